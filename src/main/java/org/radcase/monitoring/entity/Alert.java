package org.radcase.monitoring.entity;

import java.time.Instant;

/**
 * Something that an operator should look at.
 *
 * @param subject what it is of, such as a cache by its name
 * @param since when it was first over its limit
 * @param value as last measured, in the unit of its kind
 * @param limit that it should not pass
 */
public record Alert(
    AlertKind kind, String subject, Severity severity, Instant since, double value, double limit) {
  public boolean isSameAs(Alert other) {
    return kind.equals(other.kind) && subject.equals(other.subject);
  }

  /** The worse figure of two of the same kind. */
  double worseOf(double other) {
    return kind.isBadWhenLow() ? Math.min(value, other) : Math.max(value, other);
  }
}
