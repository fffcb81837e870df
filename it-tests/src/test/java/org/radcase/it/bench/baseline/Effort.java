package org.radcase.it.bench.baseline;

/** How long is measured. */
public enum Effort {
  FULL(7, 1, 3, 15, 20),

  /** Shows that everything can be measured; its figures say nothing. */
  SHORT(1, 1, 0, 0, 2);

  final int turns;
  final int turnSeconds;

  /** Of either side of a figure, for the compiler. */
  final int warmUpSeconds;

  /** Before the first figure. */
  final int firstWarmUpSeconds;

  /** Of the series that is uploaded. */
  final int slices;

  Effort(int turns, int turnSeconds, int warmUpSeconds, int firstWarmUpSeconds, int slices) {
    this.turns = turns;
    this.turnSeconds = turnSeconds;
    this.warmUpSeconds = warmUpSeconds;
    this.firstWarmUpSeconds = firstWarmUpSeconds;
    this.slices = slices;
  }
}
