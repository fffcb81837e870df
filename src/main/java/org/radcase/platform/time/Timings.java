package org.radcase.platform.time;

/** How long the request of this thread has waited for what; a filter starts and reads it. */
public final class Timings {
  private static final ThreadLocal<long[]> DATABASE_NANOS =
      ThreadLocal.withInitial(() -> new long[1]);

  private Timings() {}

  /** Begins a new request on this thread. */
  public static void start() {
    DATABASE_NANOS.get()[0] = 0;
  }

  /** Adds a wait for the database, in nanoseconds. */
  public static void database(long nanos) {
    DATABASE_NANOS.get()[0] += nanos;
  }

  /** The request's waits for the database so far, in nanoseconds. */
  public static long databaseNanos() {
    return DATABASE_NANOS.get()[0];
  }
}
