package org.radcase.platform.metrics;

import java.util.Collection;

/**
 * How long something took, in milliseconds, since the start; not a number before the first.
 *
 * @param p50 half of all took so long at the most
 */
public record Percentiles(double p50, double p95, double p99) {
  private static final double NANOS_A_MILLI = 1e6;

  /** Of several together. */
  public static Percentiles of(Collection<Timing> timings) {
    return Distribution.of(timings).percentiles();
  }

  static Percentiles of(long[] counts) {
    return new Percentiles(millis(counts, 0.5), millis(counts, 0.95), millis(counts, 0.99));
  }

  private static double millis(long[] counts, double part) {
    return Latencies.quantile(counts, part) / NANOS_A_MILLI;
  }
}
