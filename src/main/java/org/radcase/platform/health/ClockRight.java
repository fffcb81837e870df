package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Compares this machine's clock with that of the database's machine. A difference is told and no
 * reason to be DOWN: which of the two is wrong is not known, and a wrong clock of the database would
 * end all instances at once. Thread-safe.
 */
@Readiness
@ApplicationScoped
class ClockRight implements HealthCheck {
  private static final Duration KEEPS = Duration.ofMinutes(1);

  /** Codes of second factors are of 30 seconds. */
  private static final long MOST_MILLIS = 30_000;

  private final HealthDao dao;
  private final Clock clock;
  private final Probe probe;

  @Inject
  ClockRight(HealthDao dao, Clock clock, Probes probes) {
    this.dao = dao;
    this.clock = clock;
    probe = probes.of("clock", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    var before = clock.millis();
    try {
      var theirs = dao.clockMillis();
      var ours = before + (clock.millis() - before) / 2;
      return theirs.map(it -> finding(ours - it)).orElse(Finding.UP);
    } catch (RuntimeException e) {
      // That the database is away is told by another check.
      return Finding.UP.with("warning", "The database's clock is not known");
    }
  }

  /** @param millis how far our clock is before the other one */
  static Finding finding(long millis) {
    var finding = Finding.UP.with("aheadMillis", millis);
    return Math.abs(millis) <= MOST_MILLIS
        ? finding
        : finding.with("warning", "This machine's clock and the database's differ");
  }
}
