package org.radcase.baseline;

import java.time.Duration;

/** How long is measured. */
public enum Effort {
  FULL(7, Duration.ofMillis(300), Duration.ofSeconds(1)),

  /** Shows that everything can be measured; its figures say nothing. */
  SHORT(2, Duration.ofMillis(10), Duration.ofMillis(10));

  private final int turns;
  private final Duration turn;
  private final Duration warmUp;

  Effort(int turns, Duration turn, Duration warmUp) {
    this.turns = turns;
    this.turn = turn;
    this.warmUp = warmUp;
  }

  int turns() {
    return turns;
  }

  Duration turn() {
    return turn;
  }

  /** Of either side, for the compiler. */
  Duration warmUp() {
    return warmUp;
  }
}
