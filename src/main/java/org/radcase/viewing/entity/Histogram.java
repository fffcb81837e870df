package org.radcase.viewing.entity;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of some whole numbers fell into each bucket. Bucket 0 is for 0; bucket n from 1 on reaches
 * from 1.05^(n-1) to below 1.05^n, so that numbers of any size are told within 2.5 %.
 *
 * @param counts by bucket; the empty ones may be left out
 */
public record Histogram(SortedMap<Integer, Long> counts) {
  private static final double WIDTH = Math.log(1.05);

  public Histogram {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** @param value 0 or more */
  public static int bucketOf(int value) {
    return value == 0 ? 0 : 1 + (int) (Math.log(value) / WIDTH);
  }

  /** The whole number nearest to the geometric middle of a bucket. */
  private static long valueOf(int bucket) {
    return bucket == 0 ? 0 : Math.round(Math.exp((bucket - 0.5) * WIDTH));
  }

  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The number which that many of a hundred do not exceed: the nearest rank, within 2.5 % and
   * rounding.
   *
   * @param percent 1 to 100
   * @throws IllegalStateException if it is empty
   */
  public long percentile(int percent) {
    var rank = (count() * percent + 99) / 100;
    var passed = 0L;
    for (var bucket : counts.entrySet()) {
      passed += bucket.getValue();
      if (passed >= rank) return valueOf(bucket.getKey());
    }
    throw new IllegalStateException("Nothing was counted");
  }

  public Histogram plus(Histogram other) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
    return new Histogram(sum);
  }
}
