package org.radcase.platform.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How durations are distributed, without keeping them: eight buckets for each power of two, so that
 * a percentile is told within 6.25 %. Thread-safe.
 */
final class Latencies {
  private static final int PARTS = 8;
  private static final int PART_BITS = 3;

  /** Shorter ones are told as one microsecond. */
  private static final int LEAST_BITS = 10;

  /** About an hour; longer ones are told as that. */
  private static final int MOST_BITS = 42;

  private static final int BUCKETS = (MOST_BITS - LEAST_BITS) * PARTS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void add(long nanos) {
    counts.getAndIncrement(bucketOf(nanos));
  }

  static int bucketOf(long nanos) {
    if (nanos < 1L << LEAST_BITS) return 0;
    var power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    if (power >= MOST_BITS) return BUCKETS - 1;
    var part = (int) (nanos >> (power - PART_BITS)) - PARTS;
    return (power - LEAST_BITS) * PARTS + part;
  }

  /** The middle of a bucket, in nanoseconds. */
  static double middleOf(int bucket) {
    var least = (double) (1L << (LEAST_BITS + bucket / PARTS));
    return least + least / PARTS * (bucket % PARTS + 0.5);
  }

  /** Adds what was counted to a sum over several. */
  void addTo(long[] sum) {
    for (var bucket = 0; bucket < BUCKETS; bucket++) sum[bucket] += counts.get(bucket);
  }

  static long[] nothing() {
    return new long[BUCKETS];
  }

  /**
   * The duration that a part of them does not exceed, in nanoseconds; not a number before the first.
   *
   * @param part above 0, up to 1, such as 0.95
   */
  static double quantile(long[] counts, double part) {
    var all = 0L;
    for (var count : counts) all += count;
    var rank = (long) Math.ceil(all * part);
    var passed = 0L;
    for (var bucket = 0; bucket < BUCKETS; bucket++) {
      passed += counts[bucket];
      if (passed > 0 && passed >= rank) return middleOf(bucket);
    }
    return Double.NaN;
  }
}
