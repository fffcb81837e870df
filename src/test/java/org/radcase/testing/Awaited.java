package org.radcase.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process brings about. */
public final class Awaited {
  private static final Duration POLL = Duration.ofMillis(10);

  private Awaited() {}

  /** Whether it came true within that time. */
  public static boolean within(Duration longest, BooleanSupplier condition) {
    var end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) return false;
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
