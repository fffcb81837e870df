package org.radcase.platform.metrics;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/** Asks all sources for their figures in the background, so that no monitor waits for one. */
@ApplicationScoped
public class Sampler {
  private static final Logger LOG = System.getLogger("org.radcase.metrics");
  private static final long SECONDS = 5;

  private final Meters meters;
  private final List<MetricSource> sources;
  private final Map<MetricSource, Set<Level>> told = new HashMap<>();
  private final ScheduledExecutorService timer = Timers.named("radcase-metrics");

  @Inject
  Sampler(Meters meters, @Any Instance<MetricSource> sources) {
    this(meters, sources.stream().toList());
  }

  Sampler(Meters meters, List<MetricSource> sources) {
    this.meters = meters;
    this.sources = sources;
  }

  void begin(@Observes ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(this::sample, 0, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }

  /** For one thread. */
  void sample() {
    for (var source : sources) {
      var before = told.getOrDefault(source, Set.of());
      var now = new HashSet<Level>();
      try {
        source.measure(into(now));
      } catch (RuntimeException e) {
        LOG.log(Logger.Level.DEBUG, "Some figures are unknown for now: " + e.getMessage());
      }
      for (var level : before) if (!now.contains(level)) level.set(Double.NaN);
      told.put(source, now);
    }
  }

  private Readings into(Set<Level> now) {
    return new Readings() {
      @Override
      public void level(Metric metric, double value, String... labels) {
        var level = meters.level(metric, labels);
        level.set(value);
        now.add(level);
      }

      @Override
      public void total(Metric metric, long total, String... labels) {
        meters.count(metric, labels).follow(total);
      }
    };
  }
}
