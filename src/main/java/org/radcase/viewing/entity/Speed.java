package org.radcase.viewing.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one measure was on one kind of device.
 *
 * @param steps by the hours or days in which there were visits; not empty
 */
public record Speed(Measure measure, Device device, SortedMap<Instant, Histogram> steps) {
  private record Key(Measure measure, Device device) {}

  public Speed {
    steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
  }

  /** Of all steps together. */
  public Histogram whole() {
    return steps.values().stream().reduce(Histogram::plus).orElseThrow();
  }

  /** Those of which there are visits, in the order of measures and then of devices. */
  public static List<Speed> of(Collection<Tally> tallies) {
    var counts = new TreeMap<Key, SortedMap<Instant, SortedMap<Integer, Long>>>(
        Comparator.comparing(Key::measure).thenComparing(Key::device));
    for (var tally : tallies) {
      counts
          .computeIfAbsent(new Key(tally.measure(), tally.device()), key -> new TreeMap<>())
          .computeIfAbsent(tally.began(), began -> new TreeMap<>())
          .merge(tally.bucket(), tally.visits(), Long::sum);
    }
    return counts.entrySet().stream()
        .map(it -> new Speed(it.getKey().measure, it.getKey().device, histograms(it.getValue())))
        .toList();
  }

  private static SortedMap<Instant, Histogram> histograms(
      SortedMap<Instant, SortedMap<Integer, Long>> counts) {
    var steps = new TreeMap<Instant, Histogram>();
    counts.forEach((began, buckets) -> steps.put(began, new Histogram(buckets)));
    return steps;
  }
}
