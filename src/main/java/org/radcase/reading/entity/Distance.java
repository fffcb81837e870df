package org.radcase.reading.entity;

/** How far a click is from a key finding; 0 inside of it. */
public record Distance(double value, Unit unit) {
  /** Pixels where nobody knows their size. */
  public enum Unit {
    MM,
    PIXELS
  }

  /** An image without a size has no millimetres to be tolerant in. */
  private static final double TOLERANCE_PIXELS = 10;

  /** Within so many times the tolerance one is told that one is near. */
  private static final double NEAR = 3;

  public Verdict verdict(double toleranceMm) {
    var tolerance = unit == Unit.MM ? toleranceMm : TOLERANCE_PIXELS;
    if (value <= tolerance) return Verdict.FOUND;
    return value <= NEAR * tolerance ? Verdict.NEAR : Verdict.MISSED;
  }
}
