package org.radcase.platform.metrics;

import io.smallrye.metrics.SharedMetricRegistries;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Meters with a registry of their own, in SmallRye, as on Tomcat. */
public final class GivenMetrics {
  private static final AtomicInteger SCOPES = new AtomicInteger();

  private GivenMetrics() {}

  public static Meters meters() {
    var scope = "test-" + SCOPES.incrementAndGet();
    return new Meters(SharedMetricRegistries.getOrCreate(scope));
  }

  /** As a source would tell it. */
  public static void level(Meters meters, Metric metric, double value) {
    meters.level(metric).set(value);
  }

  /** Of a server without resources. */
  public static RequestMetrics requests() {
    return new RequestMetrics(new Routes(List.of()), meters());
  }
}
