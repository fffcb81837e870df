package org.radcase.platform.time;

import java.util.Arrays;

/** How long the request of this thread has waited for what; a filter starts and reads it. */
public final class Timings {
  private static final int DATABASE = 0;
  private static final int CACHE = 1;
  private static final ThreadLocal<long[]> NANOS = ThreadLocal.withInitial(() -> new long[2]);

  private Timings() {}

  /** Begins a new request on this thread. */
  public static void start() {
    Arrays.fill(NANOS.get(), 0);
  }

  /** Adds a wait for the database, in nanoseconds. */
  public static void database(long nanos) {
    NANOS.get()[DATABASE] += nanos;
  }

  /** The request's waits for the database so far, in nanoseconds. */
  public static long databaseNanos() {
    return NANOS.get()[DATABASE];
  }

  /** Adds a look into a cache, in nanoseconds. */
  public static void cache(long nanos) {
    NANOS.get()[CACHE] += nanos;
  }

  /** The request's looks into caches so far, in nanoseconds. */
  public static long cacheNanos() {
    return NANOS.get()[CACHE];
  }
}
