package org.radcase.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.cache.CacheMetrics;
import org.radcase.platform.metrics.Meter;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.Percentiles;
import org.radcase.platform.metrics.ProcessMetrics;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.platform.metrics.Timing;

/**
 * Tells administrators what this instance has measured. Admins of an institution too: the figures are
 * of the whole server, of nobody and of no case.
 */
@ApplicationScoped
public class ReadMetrics {
  private static final String SERVER_ERROR = "5xx";

  private final Administrators administrators;
  private final Meters meters;
  private final Clock clock;

  /** All series, by name and labels. */
  public record Report(Instant at, List<Meter> meters) {
    public Report {
      meters = List.copyOf(meters);
    }
  }

  /**
   * How the server does, in a few figures, since its start. What is not known is not a number.
   *
   * @param perSecond requests a second, over the last minute
   * @param failed requests that were answered with a status from 500 on
   */
  public record Summary(
      Instant at,
      long requests,
      double perSecond,
      double active,
      long failed,
      Percentiles times,
      long hits,
      long misses,
      double heapUsedBytes,
      double heapMaxBytes) {}

  @Inject
  ReadMetrics(Administrators administrators, Meters meters, Clock clock) {
    this.administrators = administrators;
    this.meters = meters;
    this.clock = clock;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public Report all(Caller caller) {
    administrators.check(caller);
    return new Report(clock.instant(), meters.all());
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public Summary summary(Caller caller) {
    administrators.check(caller);
    var requests = meters.timings(RequestMetrics.DURATION);
    return new Summary(
        clock.instant(),
        requests.stream().mapToLong(Timing::count).sum(),
        meters.levelOf(RequestMetrics.RATE),
        meters.levelOf(RequestMetrics.ACTIVE),
        requests.stream()
            .filter(it -> it.labels().contains(SERVER_ERROR))
            .mapToLong(Timing::count)
            .sum(),
        Percentiles.of(requests),
        meters.total(CacheMetrics.HITS),
        meters.total(CacheMetrics.MISSES),
        meters.levelOf(ProcessMetrics.HEAP_USED),
        meters.levelOf(ProcessMetrics.HEAP_MOST));
  }
}
