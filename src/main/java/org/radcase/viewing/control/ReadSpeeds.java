package org.radcase.viewing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.viewing.entity.ConnectionType;
import org.radcase.viewing.entity.Speed;

/**
 * Tells administrators how fast the viewer is where people read. Admins of an institution too: the
 * figures are of the whole server, of nobody and of no case.
 */
@ApplicationScoped
public class ReadSpeeds {
  public static final int MOST_DAYS = 30;

  private final Administrators administrators;
  private final MeasurementDao dao;
  private final Clock clock;

  /**
   * What was measured in the last days.
   *
   * @param from the first hour or day, in UTC
   * @param step an hour for a single day, else a day
   * @param connections visits by the kind of line
   */
  public record Report(
      Instant from, Duration step, Map<ConnectionType, Long> connections, List<Speed> speeds) {}

  @Inject
  ReadSpeeds(Administrators administrators, MeasurementDao dao, Clock clock) {
    this.administrators = administrators;
    this.dao = dao;
    this.clock = clock;
  }

  /**
   * Before anything else of a request is looked at: nobody else learns what is wrong with it.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public void check(Caller caller) {
    administrators.check(caller);
  }

  /**
   * What was measured in so many days, or in 24 hours for one; the running one is the last.
   *
   * @param days 1 to {@link #MOST_DAYS}
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public Report ofLast(Caller caller, int days) {
    administrators.check(caller);
    var unit = days == 1 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    var steps = days == 1 ? 24 : days;
    var from = clock.instant().truncatedTo(unit).minus(steps - 1L, unit);
    return new Report(
        from,
        unit.getDuration(),
        dao.connections(from),
        Speed.of(dao.since(from, unit.getDuration())));
  }
}
