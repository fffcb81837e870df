package org.radcase.platform.metrics;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long many things took: what can be kept, added up and told in percentiles. A percentile over
 * several spans or servers comes from their sum, never from their percentiles.
 */
public final class Distribution {
  public static final Distribution NOTHING = new Distribution(Latencies.nothing());

  private static final double NANOS_A_SECOND = 1e9;

  private final long[] counts;

  private Distribution(long[] counts) {
    this.counts = counts;
  }

  /** Of several timings together, since the start. */
  public static Distribution of(Collection<Timing> timings) {
    var sum = Latencies.nothing();
    timings.forEach(timing -> timing.latencies().addTo(sum));
    return new Distribution(sum);
  }

  /** As {@link #counts} gave it; buckets that there are not are left out. */
  public static Distribution of(Map<Integer, Long> counts) {
    var all = Latencies.nothing();
    counts.forEach((bucket, count) -> {
      if (bucket >= 0 && bucket < all.length) all[bucket] = count;
    });
    return new Distribution(all);
  }

  /** By bucket, the empty ones left out. */
  public SortedMap<Integer, Long> counts() {
    var filled = new TreeMap<Integer, Long>();
    for (var bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] > 0) filled.put(bucket, counts[bucket]);
    }
    return Collections.unmodifiableSortedMap(filled);
  }

  public Distribution plus(Distribution other) {
    var sum = counts.clone();
    for (var bucket = 0; bucket < sum.length; bucket++) sum[bucket] += other.counts[bucket];
    return new Distribution(sum);
  }

  /** What has come since an earlier state of the same timings. */
  public Distribution since(Distribution earlier) {
    var more = counts.clone();
    for (var bucket = 0; bucket < more.length; bucket++) more[bucket] -= earlier.counts[bucket];
    return new Distribution(more);
  }

  public long count() {
    var sum = 0L;
    for (var count : counts) sum += count;
    return sum;
  }

  /** How long all of it took together, within 6.25 %. */
  public double seconds() {
    var nanos = 0.0;
    for (var bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] > 0) nanos += counts[bucket] * Latencies.middleOf(bucket);
    }
    return nanos / NANOS_A_SECOND;
  }

  public Percentiles percentiles() {
    return Percentiles.of(counts);
  }
}
