package org.radcase.monitoring.control.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalDouble;
import org.radcase.platform.metrics.Percentiles;

/** How this instance did in the last five minutes. */
@ApplicationScoped
public class LastMinutes {
  private final RecentSamples recent;

  /**
   * It. What is not known is not a number.
   *
   * @param times of requests, in milliseconds
   * @param leastHeapAfterCollection in bytes: a young collection leaves garbage that an old one takes
   */
  public record Figures(
      long requests, long errors, Percentiles times, double leastHeapAfterCollection) {}

  @Inject
  LastMinutes(RecentSamples recent) {
    this.recent = recent;
  }

  public Figures now() {
    var samples = recent.recent();
    var sum = Sample.sum(samples);
    var times = sum.times();
    var heap = samples.stream()
        .map(it -> it.gauge(Gauge.HEAP_AFTER_GC))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .min()
        .orElse(Double.NaN);
    return new Figures(times.count(), sum.errors(), times.percentiles(), heap);
  }
}
