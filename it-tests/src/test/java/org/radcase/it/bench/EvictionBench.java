package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.radcase.it.bench.eviction.Clairvoyant;
import org.radcase.it.bench.eviction.LeastRecentlyUsed;
import org.radcase.it.bench.eviction.OfEhcache;
import org.radcase.it.bench.eviction.Policy;
import org.radcase.it.bench.eviction.TinyLfu;

/**
 * Whether the choice of what to let go costs hits: the order of keys of a day, as {@code
 * HitRateTest} wrote it down, replayed against several policies. Another one:
 * {@code -Dradcase.trace=…}.
 */
class EvictionBench {
  private static final Path TRACE =
      Path.of(System.getProperty("radcase.trace", "target/bench/day.trace"));
  private static final List<Integer> PERCENTS_OF_KEYS = List.of(1, 5, 10, 25);

  @Test
  void eviction() throws IOException {
    assertThat(TRACE).as("run HitRateTest first, or tell -Dradcase.trace").isRegularFile();
    var trace = Files.readAllLines(TRACE);
    var keys = new HashSet<>(trace).size();
    var figures = new Figures("Eviction")
        .add("keys asked for, of these different", "%d, %d", trace.size(), keys)
        .add("hit rate with room for all", "%.4f", 1 - keys / (double) trace.size());
    for (var percent : PERCENTS_OF_KEYS) {
      var capacity = Math.max(1, keys * percent / 100);
      figures.add(
          "room for " + percent + " % of the keys: Ehcache, LRU, W-TinyLFU, clairvoyant",
          "%s",
          rates(trace, capacity));
    }
    figures.publish();
  }

  private static String rates(List<String> trace, int capacity) {
    try (var ehcache = new OfEhcache(capacity)) {
      return String.format(
          Locale.ROOT,
          "%.4f, %.4f, %.4f, %.4f",
          rate(trace, ehcache),
          rate(trace, new LeastRecentlyUsed(capacity)),
          rate(trace, new TinyLfu(capacity)),
          rate(trace, new Clairvoyant(capacity, trace)));
    }
  }

  private static double rate(List<String> trace, Policy policy) {
    var hits = 0;
    for (var key : trace) {
      if (policy.holds(key)) hits++;
    }
    return hits / (double) trace.size();
  }
}
