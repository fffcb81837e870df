package org.radcase.monitoring.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * One figure as it was at the last readings.
 *
 * @param measured when it could be measured last
 * @param since when it was first over a limit, of the readings that raised it
 */
record Watch(Measure last, Instant measured, Instant since, Latch warning, Latch critical) {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  static Watch begin(Measure first, Instant at) {
    return new Watch(first, at, at, Latch.OPEN, Latch.OPEN).with(first, at);
  }

  Watch with(Measure now, Instant at) {
    var begun = raised() || warning.over() > 0 || critical.over() > 0;
    return new Watch(
        now,
        at,
        begun ? since : at,
        warning.with(now, Severity.WARNING),
        critical.with(now, Severity.CRITICAL));
  }

  Watch untold() {
    return new Watch(last, measured, since, warning.untold(), critical.untold());
  }

  /** Whether nothing was told for so long that the last figure says nothing of now. */
  boolean isForgotten(Instant now) {
    return Duration.between(measured, now).compareTo(REMEMBERED) >= 0;
  }

  boolean raised() {
    return warning.raised() || critical.raised();
  }

  Alert alert() {
    var severity = critical.raised() ? Severity.CRITICAL : Severity.WARNING;
    return new Alert(
        last.kind(), last.subject(), severity, since, last.value(), last.limit(severity));
  }
}
