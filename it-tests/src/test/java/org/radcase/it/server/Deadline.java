package org.radcase.it.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks for a condition until it holds or the time is over. */
public final class Deadline {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  public static Deadline ofSeconds(long seconds) {
    return new Deadline(System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
  }

  /** Returns whether the condition held in time. */
  public boolean until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) return false;
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return true;
  }
}
