package org.radcase.monitoring.boundary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.monitoring.control.ReadMetrics;
import org.radcase.platform.metrics.Count;
import org.radcase.platform.metrics.Level;
import org.radcase.platform.metrics.Meter;
import org.radcase.platform.metrics.Timing;

/**
 * The metrics as they travel.
 *
 * @param groups such as http, cache, database
 */
public record MetricsView(Instant at, Map<String, List<MetricView>> groups) {
  private static final double NANOS_A_SECOND = 1e9;

  /**
   * A metric.
   *
   * @param name as Prometheus and JMX have it
   * @param type count, level or timing
   */
  public record MetricView(String name, String type, String description, List<SeriesView> series) {}

  /**
   * A series: how often something has happened since the start, how much there is of it, or how long
   * it took.
   *
   * @param value of a level; null while it is unknown
   */
  public record SeriesView(
      Map<String, String> labels,
      @Nullable Double value,
      @Nullable Long count,
      @Nullable Double sumSeconds,
      @Nullable Double p50Millis,
      @Nullable Double p95Millis,
      @Nullable Double p99Millis) {
    static SeriesView of(Meter meter) {
      var labels = labelsOf(meter);
      if (meter instanceof Level level) {
        return new SeriesView(labels, Known.orNull(level.value()), null, null, null, null, null);
      }
      if (meter instanceof Count count) {
        return new SeriesView(labels, null, count.value(), null, null, null, null);
      }
      var timing = (Timing) meter;
      var percentiles = timing.percentiles();
      return new SeriesView(
          labels,
          null,
          timing.count(),
          timing.sum().toNanos() / NANOS_A_SECOND,
          Known.orNull(percentiles.p50()),
          Known.orNull(percentiles.p95()),
          Known.orNull(percentiles.p99()));
    }

    private static Map<String, String> labelsOf(Meter meter) {
      var labels = new LinkedHashMap<String, String>();
      var names = meter.metric().labels();
      for (var i = 0; i < names.size(); i++)
        labels.put(names.get(i), meter.labels().get(i));
      return labels;
    }
  }

  static MetricsView of(ReadMetrics.Report report) {
    var groups = new LinkedHashMap<String, List<MetricView>>();
    @Nullable MetricView last = null;
    for (var meter : report.meters()) {
      if (last == null || !last.name().equals(meter.name())) {
        last = new MetricView(
            meter.name(), typeOf(meter), meter.metric().description(), new ArrayList<>());
        groups.computeIfAbsent(meter.metric().group(), it -> new ArrayList<>()).add(last);
      }
      last.series().add(SeriesView.of(meter));
    }
    return new MetricsView(report.at(), groups);
  }

  private static String typeOf(Meter meter) {
    if (meter instanceof Level) return "level";
    return meter instanceof Count ? "count" : "timing";
  }
}
