package org.radcase.platform.jdbc;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** The last durations of something, and how they are distributed. Thread-safe. */
public final class RecentDurations {
  private static final int MEMORY = 1024;

  private final AtomicLongArray last = new AtomicLongArray(MEMORY);
  private final AtomicInteger count = new AtomicInteger();

  void add(long nanos) {
    last.set(Math.floorMod(count.getAndIncrement(), MEMORY), nanos);
  }

  /**
   * The duration that a part of them does not exceed, in nanoseconds; 0 before the first.
   *
   * @param part above 0, up to 1, such as 0.95
   */
  public long quantileNanos(double part) {
    var known = count.get();
    var length = known < 0 ? MEMORY : Math.min(known, MEMORY);
    if (length == 0) return 0;
    var sorted = new long[length];
    for (var i = 0; i < length; i++) sorted[i] = last.get(i);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(part * length) - 1];
  }
}
