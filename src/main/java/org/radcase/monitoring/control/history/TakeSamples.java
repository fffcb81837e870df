package org.radcase.monitoring.control.history;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.radcase.monitoring.entity.Step;
import org.radcase.platform.cache.CacheMetrics;
import org.radcase.platform.metrics.Distribution;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.platform.metrics.Timing;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/** Every ten seconds takes down what has come since the last time. */
@ApplicationScoped
public class TakeSamples {
  private static final Logger LOG = System.getLogger("org.radcase.monitoring");
  private static final String SERVER_ERROR = "5xx";

  /** All that is counted since the start, at a moment. */
  private record Totals(long nanos, long hits, long misses, Map<String, RouteUse> routes) {}

  private final Meters meters;
  private final RecentSamples recent;
  private final Clock clock;
  private Totals last;
  private final ScheduledExecutorService timer = Timers.named("radcase-samples");

  @Inject
  TakeSamples(Meters meters, RecentSamples recent, Clock clock) {
    this.meters = meters;
    this.recent = recent;
    this.clock = clock;
    last = totals();
  }

  void begin(@Observes ServerStarting event) {
    var step = Step.TEN_SECONDS.length().toMillis();
    // With the steps of the clock, so that those of several instances fall together.
    var first = step - Math.floorMod(clock.millis(), step);
    var unused = timer.scheduleAtFixedRate(this::look, first, step, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }

  private void look() {
    try {
      take();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What was measured is taken down later: " + e.getMessage());
    }
  }

  /** For one thread. */
  void take() {
    var now = totals();
    var earlier = last;
    last = now;
    var millis = TimeUnit.NANOSECONDS.toMillis(now.nanos() - earlier.nanos());
    var middle = clock.instant().minusMillis(Step.TEN_SECONDS.length().toMillis() / 2);
    recent.add(
        Step.TEN_SECONDS.beginningOf(middle),
        new Sample(
            millis,
            now.hits() - earlier.hits(),
            now.misses() - earlier.misses(),
            gauges(),
            since(now.routes(), earlier.routes())));
  }

  private Totals totals() {
    var routes = meters.timings(RequestMetrics.DURATION).stream()
        .collect(Collectors.groupingBy(TakeSamples::routeOf));
    var uses = new HashMap<String, RouteUse>();
    routes.forEach((route, timings) -> uses.put(
        route,
        new RouteUse(
            Distribution.of(timings),
            timings.stream()
                .filter(it -> it.labels().contains(SERVER_ERROR))
                .mapToLong(Timing::count)
                .sum())));
    return new Totals(
        System.nanoTime(),
        meters.total(CacheMetrics.HITS),
        meters.total(CacheMetrics.MISSES),
        uses);
  }

  /** Such as {@code GET /api/cases/{id}}. */
  private static String routeOf(Timing timing) {
    return timing.labels().get(1) + " " + timing.labels().get(0);
  }

  private static Map<String, RouteUse> since(
      Map<String, RouteUse> now, Map<String, RouteUse> earlier) {
    var used = new HashMap<String, RouteUse>();
    now.forEach((route, use) -> {
      var more = use.since(earlier.getOrDefault(route, RouteUse.NONE));
      if (more.times().count() > 0) used.put(route, more);
    });
    return used;
  }

  private Map<Gauge, Mean> gauges() {
    var known = new EnumMap<Gauge, Mean>(Gauge.class);
    for (var gauge : Gauge.values()) {
      var levels = meters.levels(gauge.metric()).stream()
          .mapToDouble(it -> it.value())
          .filter(it -> !Double.isNaN(it))
          .summaryStatistics();
      if (levels.getCount() > 0) known.put(gauge, Mean.of(levels.getSum()));
    }
    return known;
  }
}
