package org.radcase.viewing.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;
import org.radcase.viewing.entity.Histogram;
import org.radcase.viewing.entity.Visit;

/**
 * Counts visits, and writes the counts down now and then, since a reader who leaves should not make a
 * write. A crash forgets the last ten seconds of these statistics; a write that broke off after its
 * commit is counted twice. Thread-safe.
 */
@ApplicationScoped
public class Measurements {
  private static final Logger LOG = System.getLogger("org.radcase.viewing");
  private static final long WRITE_SECONDS = 10;
  private static final long SWEEP_SECONDS = 3600;

  /** Of the last two days one sees the hours; of the days before a day is fine enough. */
  private static final Duration HOURS_KEPT = Duration.ofDays(2);

  private static final Duration DAYS_KEPT = Duration.ofDays(ReadSpeeds.MOST_DAYS);

  /** Some hours of many visits; what comes while the database is away for longer is not counted. */
  private static final int MOST_CELLS = 50_000;

  private final MeasurementDao dao;
  private final VisitLimit limit;
  private final Clock clock;
  private final Map<Cell, Long> unwritten = new HashMap<>();
  private final ScheduledExecutorService timer = Timers.named("radcase-viewing");

  @Inject
  Measurements(MeasurementDao dao, VisitLimit limit, Clock clock) {
    this.dao = dao;
    this.limit = limit;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var unused =
        timer.scheduleWithFixedDelay(this::write, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
    unused =
        timer.scheduleWithFixedDelay(this::sweep, WRITE_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdown();
    write();
  }

  /** @throws org.radcase.platform.problem.Problem viewing.too-many */
  public void take(Caller caller, Visit visit) {
    limit.check(caller.person());
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    var counts = new HashMap<Cell, Long>();
    visit
        .values()
        .forEach((measure, value) -> counts.put(
            new Cell(hour, measure, visit.device(), visit.connection(), Histogram.bucketOf(value)),
            1L));
    count(counts);
  }

  private void count(Map<Cell, Long> counts) {
    synchronized (unwritten) {
      counts.forEach((cell, visits) -> {
        if (unwritten.size() < MOST_CELLS || unwritten.containsKey(cell)) {
          unwritten.merge(cell, visits, Long::sum);
        }
      });
    }
  }

  void write() {
    Map<Cell, Long> counts;
    synchronized (unwritten) {
      counts = Map.copyOf(unwritten);
      unwritten.clear();
    }
    if (counts.isEmpty()) return;
    try {
      dao.add(counts);
    } catch (RuntimeException e) {
      count(counts);
      LOG.log(Level.WARNING, "The viewer's measurements are written later: " + e.getMessage());
    }
  }

  /** Makes days of old hours, and forgets old days. */
  void sweep() {
    try {
      dao.forget(clock.instant().minus(DAYS_KEPT));
      dao.mergeIntoDays(clock.instant().minus(HOURS_KEPT).truncatedTo(ChronoUnit.DAYS));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old measurements of the viewer are removed later: " + e.getMessage());
    }
  }
}
