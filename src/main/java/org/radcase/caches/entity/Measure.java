package org.radcase.caches.entity;

/** One figure beside its limit. */
record Measure(AlertKind kind, String subject, double value, double limit) {
  /** By how much of the limit a figure must be better before its alert goes. */
  private static final double MARGIN = 0.1;

  boolean isOver() {
    return kind.isBadWhenLow() ? value < limit : value > limit;
  }

  boolean isBetter() {
    return kind.isBadWhenLow() ? value >= limit * (1 + MARGIN) : value <= limit * (1 - MARGIN);
  }

  boolean isOf(Measure other) {
    return kind == other.kind && subject.equals(other.subject);
  }
}
