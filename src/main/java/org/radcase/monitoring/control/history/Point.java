package org.radcase.monitoring.control.history;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.radcase.platform.metrics.Distribution;
import org.radcase.platform.metrics.Percentiles;

/**
 * All instances together in one step of time. What is not known is not a number.
 *
 * @param began the step's beginning
 * @param requests a second
 * @param errors a second: answered with a status from 500 on
 * @param times of requests, in milliseconds
 * @param hitRate the share of looks into the caches that found something, 0 to 1
 * @param gauges the sum over all instances; of the processors the mean
 */
public record Point(
    Instant began,
    double requests,
    double errors,
    Percentiles times,
    double hitRate,
    Map<Gauge, Double> gauges) {
  public Point {
    gauges = Map.copyOf(gauges);
  }

  static Point of(Instant began, List<Sample> instances) {
    var measured = instances.stream().filter(it -> it.millis() > 0).toList();
    var times = measured.stream().map(Sample::times).toList();
    var hits = measured.stream().mapToLong(Sample::hits).sum();
    var looks = hits + measured.stream().mapToLong(Sample::misses).sum();
    return new Point(
        began,
        measured.isEmpty()
            ? Double.NaN
            : measured.stream()
                .mapToDouble(it -> it.times().count() / it.seconds())
                .sum(),
        measured.isEmpty()
            ? Double.NaN
            : measured.stream().mapToDouble(it -> it.errors() / it.seconds()).sum(),
        sum(times).percentiles(),
        looks == 0 ? Double.NaN : (double) hits / looks,
        gaugesOf(measured));
  }

  private static Distribution sum(Collection<Distribution> times) {
    return times.stream().reduce(Distribution.NOTHING, Distribution::plus);
  }

  private static Map<Gauge, Double> gaugesOf(List<Sample> instances) {
    var known = new EnumMap<Gauge, Double>(Gauge.class);
    for (var gauge : Gauge.values()) {
      var levels = instances.stream()
          .map(it -> it.gauge(gauge))
          .filter(OptionalDouble::isPresent)
          .mapToDouble(OptionalDouble::getAsDouble)
          .summaryStatistics();
      if (levels.getCount() == 0) continue;
      known.put(gauge, gauge == Gauge.CPU ? levels.getAverage() : levels.getSum());
    }
    return known;
  }
}
