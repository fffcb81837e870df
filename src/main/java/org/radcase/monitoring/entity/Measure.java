package org.radcase.monitoring.entity;

/**
 * One figure beside its limits.
 *
 * @param subject what it is of, such as a cache by its name
 * @param warning the limit that it should not pass; not a number if there is none
 * @param critical a limit further on; not a number if there is none
 */
public record Measure(
    AlertKind kind, String subject, double value, double warning, double critical) {
  /** By how much of the limit a figure must be better before its alert goes. */
  private static final double MARGIN = 0.1;

  /** Worth a warning and no more. */
  public static Measure warning(AlertKind kind, String subject, double value, double limit) {
    return new Measure(kind, subject, value, limit, Double.NaN);
  }

  /** Critical from the beginning. */
  public static Measure critical(AlertKind kind, String subject, double value, double limit) {
    return new Measure(kind, subject, value, Double.NaN, limit);
  }

  double limit(Severity severity) {
    return severity == Severity.WARNING ? warning : critical;
  }

  boolean isOver(Severity severity) {
    var limit = limit(severity);
    return kind.isBadWhenLow() ? value < limit : value > limit;
  }

  boolean isBetter(Severity severity) {
    var limit = limit(severity);
    return kind.isBadWhenLow() ? value >= limit * (1 + MARGIN) : value <= limit * (1 - MARGIN);
  }

  boolean isOf(Measure other) {
    return kind.equals(other.kind) && subject.equals(other.subject);
  }
}
