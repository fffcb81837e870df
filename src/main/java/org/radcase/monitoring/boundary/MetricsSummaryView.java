package org.radcase.monitoring.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.monitoring.control.ReadMetrics;

/**
 * How this instance does, in a few figures, since its start.
 *
 * @param errorRate the share of requests that were answered with a status from 500 on, from 0 to 1;
 *     null before the first
 */
public record MetricsSummaryView(
    Instant at,
    RequestsView requests,
    ResponseTimesView responseTimes,
    @Nullable Double errorRate,
    CacheView cache,
    MemoryView memory) {
  /**
   * Requests.
   *
   * @param perSecond over the last minute
   * @param active that are being answered now
   */
  public record RequestsView(long total, @Nullable Double perSecond, @Nullable Double active) {}

  /** Response times. */
  public record ResponseTimesView(
      @Nullable Double p50Millis, @Nullable Double p95Millis, @Nullable Double p99Millis) {}

  /**
   * All caches together.
   *
   * @param hitRate from 0 to 1; null before the first look
   */
  public record CacheView(long hits, long misses, @Nullable Double hitRate) {}

  /** The Java heap. */
  public record MemoryView(@Nullable Double heapUsedBytes, @Nullable Double heapMaxBytes) {}

  static MetricsSummaryView of(ReadMetrics.Summary summary) {
    return new MetricsSummaryView(
        summary.at(),
        new RequestsView(
            summary.requests(), Known.orNull(summary.perSecond()), Known.orNull(summary.active())),
        new ResponseTimesView(
            Known.orNull(summary.times().p50()),
            Known.orNull(summary.times().p95()),
            Known.orNull(summary.times().p99())),
        share(summary.failed(), summary.requests()),
        new CacheView(
            summary.hits(),
            summary.misses(),
            share(summary.hits(), summary.hits() + summary.misses())),
        new MemoryView(
            Known.orNull(summary.heapUsedBytes()), Known.orNull(summary.heapMaxBytes())));
  }

  private static @Nullable Double share(long part, long all) {
    return all == 0 ? null : (Double) ((double) part / all);
  }
}
