package org.radcase.accounts.entity;

import java.time.Duration;
import java.time.Instant;

/** When something counts that ends by itself, whatever happens to the server's clock. */
public final class Lifetime {
  /** What begins later than that was begun by a clock that was wrong; servers differ by less. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private Lifetime() {}

  /**
   * Whether it counts now. After the clock was set back, what was begun before that does not: it
   * would count for longer than it was meant to.
   */
  static boolean includes(Instant now, Instant begin, Instant end) {
    return !now.isBefore(begin.minus(AHEAD)) && now.isBefore(end);
  }
}
