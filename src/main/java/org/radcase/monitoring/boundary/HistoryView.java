package org.radcase.monitoring.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.radcase.monitoring.control.history.Gauge;
import org.radcase.monitoring.control.history.History;
import org.radcase.monitoring.control.history.Point;
import org.radcase.platform.metrics.Percentiles;

/**
 * How the server did over a span of time, as it travels.
 *
 * @param range 15m, 1h, 6h, 24h, 7d or 30d
 * @param stepSeconds how long each step is
 * @param at the beginning of each step, the oldest first
 * @param instances that measured it: host and port
 * @param routes the slowest ones, by their 95th percentile
 * @param jobs work in the background of the instance that answers
 */
public record HistoryView(
    String range,
    long stepSeconds,
    List<Instant> at,
    SeriesView series,
    TotalView total,
    List<String> instances,
    List<RouteView> routes,
    List<JobView> jobs) {

  /**
   * For each step a figure of all instances together; null where nothing was measured.
   *
   * @param errorsPerSecond requests that were answered with a status from 500 on
   * @param cacheHitRate from 0 to 1
   * @param activeRequests that were being answered
   * @param people who asked for something in the last 5 minutes; who came to two instances is two
   * @param heapAfterGcBytes of the Java heap, in use after the last garbage collection
   * @param cpu the share of the machine's processors that the process took, 0 to 1
   * @param poolWaiting threads that waited for a connection
   */
  public record SeriesView(
      List<@Nullable Double> requestsPerSecond,
      List<@Nullable Double> errorsPerSecond,
      List<@Nullable Double> p50Millis,
      List<@Nullable Double> p95Millis,
      List<@Nullable Double> p99Millis,
      List<@Nullable Double> cacheHitRate,
      List<@Nullable Double> activeRequests,
      List<@Nullable Double> people,
      List<@Nullable Double> heapUsedBytes,
      List<@Nullable Double> heapAfterGcBytes,
      List<@Nullable Double> heapMaxBytes,
      List<@Nullable Double> cpu,
      List<@Nullable Double> poolInUse,
      List<@Nullable Double> poolWaiting,
      List<@Nullable Double> poolMax) {
    static SeriesView of(List<Point> points) {
      return new SeriesView(
          list(points, Point::requests),
          list(points, Point::errors),
          list(points, it -> it.times().p50()),
          list(points, it -> it.times().p95()),
          list(points, it -> it.times().p99()),
          list(points, Point::hitRate),
          gauge(points, Gauge.ACTIVE),
          gauge(points, Gauge.PEOPLE),
          gauge(points, Gauge.HEAP_USED),
          gauge(points, Gauge.HEAP_AFTER_GC),
          gauge(points, Gauge.HEAP_MOST),
          gauge(points, Gauge.CPU),
          gauge(points, Gauge.POOL_IN_USE),
          gauge(points, Gauge.POOL_WAITING),
          gauge(points, Gauge.POOL_MOST));
    }

    private static List<@Nullable Double> gauge(List<Point> points, Gauge gauge) {
      return list(points, it -> it.gauges().getOrDefault(gauge, Double.NaN));
    }

    private static List<@Nullable Double> list(List<Point> points, ToDoubleFunction<Point> figure) {
      return points.stream()
          .<@Nullable Double>map(it -> Known.orNull(figure.applyAsDouble(it)))
          .toList();
    }
  }

  /**
   * All requests of the span.
   *
   * @param errors that were answered with a status from 500 on
   * @param cacheHitRate from 0 to 1; null before the first look
   */
  public record TotalView(
      long requests, long errors, TimesView times, @Nullable Double cacheHitRate) {}

  /** Response times. */
  public record TimesView(
      @Nullable Double p50Millis, @Nullable Double p95Millis, @Nullable Double p99Millis) {
    static TimesView of(Percentiles times) {
      return new TimesView(
          Known.orNull(times.p50()), Known.orNull(times.p95()), Known.orNull(times.p99()));
    }
  }

  /**
   * A route.
   *
   * @param route method and template
   */
  public record RouteView(String route, long requests, long errors, TimesView times) {}

  /**
   * Work in the background.
   *
   * @param state running or idle
   */
  public record JobView(String job, String state) {}

  static HistoryView of(History history) {
    var total = history.total();
    return new HistoryView(
        history.span().term(),
        history.span().step().length().toSeconds(),
        history.points().stream().map(Point::began).toList(),
        SeriesView.of(history.points()),
        new TotalView(
            total.requests(),
            total.errors(),
            TimesView.of(total.times()),
            Known.orNull(total.hitRate())),
        history.instances(),
        history.routes().stream()
            .map(it ->
                new RouteView(it.route(), it.requests(), it.errors(), TimesView.of(it.times())))
            .toList(),
        history.jobs().stream()
            .map(it -> new JobView(it.name(), it.state().name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
