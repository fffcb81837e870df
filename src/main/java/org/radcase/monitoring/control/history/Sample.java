package org.radcase.monitoring.control.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.radcase.platform.metrics.Distribution;

/**
 * What one instance measured in a step of time. Those of several steps add up to that of a longer one.
 *
 * @param millis for how long it was measured
 * @param hits looks into the caches that found something
 * @param misses those that did not
 * @param routes by method and template, such as {@code GET /api/cases}
 */
record Sample(
    long millis, long hits, long misses, Map<Gauge, Mean> gauges, Map<String, RouteUse> routes) {
  static final Sample NOTHING = new Sample(0, 0, 0, Map.of(), Map.of());

  /** Of a server nearly all that there are; those which took least time of all go together. */
  private static final int MOST_ROUTES = 60;

  private static final String OTHERS = "other";
  private static final double MILLIS_A_SECOND = 1e3;

  Sample {
    gauges = Map.copyOf(gauges);
    routes = bounded(routes);
  }

  private static Map<String, RouteUse> bounded(Map<String, RouteUse> routes) {
    if (routes.size() <= MOST_ROUTES) return Map.copyOf(routes);
    var kept = new HashMap<String, RouteUse>();
    routes.entrySet().stream()
        .sorted(Comparator.comparing(it -> -it.getValue().times().seconds()))
        .forEachOrdered(it -> kept.merge(
            kept.size() < MOST_ROUTES - 1 ? it.getKey() : OTHERS, it.getValue(), RouteUse::plus));
    return Map.copyOf(kept);
  }

  Sample plus(Sample other) {
    var means = new EnumMap<Gauge, Mean>(Gauge.class);
    means.putAll(gauges);
    other.gauges.forEach((gauge, mean) -> means.merge(gauge, mean, Mean::plus));
    var uses = new HashMap<>(routes);
    other.routes.forEach((route, use) -> uses.merge(route, use, RouteUse::plus));
    return new Sample(millis + other.millis, hits + other.hits, misses + other.misses, means, uses);
  }

  static Sample sum(Collection<Sample> samples) {
    return samples.stream().reduce(NOTHING, Sample::plus);
  }

  /** All requests together. */
  Distribution times() {
    return routes.values().stream()
        .map(RouteUse::times)
        .reduce(Distribution.NOTHING, Distribution::plus);
  }

  long errors() {
    return routes.values().stream().mapToLong(RouteUse::errors).sum();
  }

  double seconds() {
    return millis / MILLIS_A_SECOND;
  }

  OptionalDouble gauge(Gauge gauge) {
    var mean = gauges.get(gauge);
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean.value());
  }
}
