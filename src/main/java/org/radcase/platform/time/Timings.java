package org.radcase.platform.time;

import java.util.Arrays;

/** What the request of this thread has waited for, and how long; a filter starts and reads it. */
public final class Timings {
  private static final int DATABASE = 0;
  private static final int CACHE = 1;
  private static final int CLIENT = 2;
  private static final int STATEMENTS = 3;
  private static final ThreadLocal<long[]> SUMS = ThreadLocal.withInitial(() -> new long[4]);

  private Timings() {}

  /** Begins a new request on this thread. */
  public static void start() {
    Arrays.fill(SUMS.get(), 0);
  }

  /** Adds a wait for the database, in nanoseconds. */
  public static void database(long nanos) {
    SUMS.get()[DATABASE] += nanos;
  }

  /** The request's waits for the database so far, in nanoseconds. */
  public static long databaseNanos() {
    return SUMS.get()[DATABASE];
  }

  /** Counts a statement. */
  public static void statement() {
    SUMS.get()[STATEMENTS]++;
  }

  /** The request's statements so far. */
  public static long statements() {
    return SUMS.get()[STATEMENTS];
  }

  /** Adds a look into a cache, in nanoseconds. */
  public static void cache(long nanos) {
    SUMS.get()[CACHE] += nanos;
  }

  /** The request's looks into caches so far, in nanoseconds. */
  public static long cacheNanos() {
    return SUMS.get()[CACHE];
  }

  /** Adds a wait for the client to send or to take bytes, in nanoseconds. */
  public static void client(long nanos) {
    SUMS.get()[CLIENT] += nanos;
  }

  /** The request's waits for its client so far, in nanoseconds. */
  public static long clientNanos() {
    return SUMS.get()[CLIENT];
  }
}
