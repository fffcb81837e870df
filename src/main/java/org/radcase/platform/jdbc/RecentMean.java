package org.radcase.platform.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/** A mean of durations that forgets: each new one counts for a hundredth. Thread-safe. */
public final class RecentMean {
  private static final int MEMORY = 100;

  private final AtomicLong nanos = new AtomicLong();

  void add(long duration) {
    nanos.updateAndGet(mean -> mean == 0 ? duration : mean + (duration - mean) / MEMORY);
  }

  /** Nanoseconds; 0 before the first. */
  public long nanos() {
    return nanos.get();
  }
}
