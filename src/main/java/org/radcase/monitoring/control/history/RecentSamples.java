package org.radcase.monitoring.control.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** This instance's samples of the last minutes, and those that the database has not got yet. Thread-safe. */
@ApplicationScoped
public class RecentSamples {
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** An hour: what comes while the database is away for longer is not kept. */
  private static final int MOST_UNWRITTEN = 360;

  private final TreeMap<Instant, Sample> recent = new TreeMap<>();
  private final TreeMap<Instant, Sample> unwritten = new TreeMap<>();

  synchronized void add(Instant began, Sample sample) {
    recent.merge(began, sample, Sample::plus);
    // Also what is later: the clock was set back.
    recent.keySet().removeIf(it -> distance(it, began).compareTo(RECENT) >= 0);
    keep(began, sample);
  }

  private static Duration distance(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  private void keep(Instant began, Sample sample) {
    unwritten.merge(began, sample, Sample::plus);
    while (unwritten.size() > MOST_UNWRITTEN) unwritten.pollFirstEntry();
  }

  /** Of the last five minutes. */
  synchronized List<Sample> recent() {
    return List.copyOf(recent.values());
  }

  synchronized SortedMap<Instant, Sample> unwritten() {
    return new TreeMap<>(unwritten);
  }

  synchronized SortedMap<Instant, Sample> takeUnwritten() {
    var taken = new TreeMap<>(unwritten);
    unwritten.clear();
    return taken;
  }

  /** They could not be written. */
  synchronized void giveBack(Map<Instant, Sample> samples) {
    samples.forEach(this::keep);
  }
}
