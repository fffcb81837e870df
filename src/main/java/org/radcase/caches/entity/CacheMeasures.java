package org.radcase.caches.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcase.caches.entity.Reading.Looks;
import org.radcase.caches.entity.Reading.RedisSize;
import org.radcase.monitoring.entity.Measure;

/**
 * What of the caches has limits, by their figures of the last minutes. Each reading makes the next of
 * these from the one before.
 */
public final class CacheMeasures {
  /** Before the first reading. */
  public static final CacheMeasures NONE =
      new CacheMeasures(new Window(List.of()), Map.of(), List.of());

  /** As the subject of an alert. */
  public static final String REDIS = "redis";

  private static final double LEAST_HIT_RATE = 0.7;

  /** Whatever is made of it is kept as a ready answer, too: it is asked for what was not found there. */
  private static final String BEHIND_RESPONSES = "case-search";

  /** Fewer looks within the window say nothing. */
  private static final long LEAST_LOOKS = 200;

  private static final double MOST_OF_MEMORY = 0.8;
  private static final double MOST_MEMORY_BYTES = 1.5 * (1 << 30);
  private static final double MOST_CLIENTS = 50;
  private static final double MOST_FAILURES = 0.01;

  /** One lost packet on a quiet night is no news. */
  private static final long LEAST_FAILURES = 3;

  private static final double SLOWER = 1.5;

  /** Nobody notices less, however unusual it is. */
  private static final double LEAST_MICROS = 500;

  private final Window window;
  private final Map<String, Usual> usual;
  private final List<Measure> measures;

  private CacheMeasures(Window window, Map<String, Usual> usual, List<Measure> measures) {
    this.window = window;
    this.usual = Map.copyOf(usual);
    this.measures = List.copyOf(measures);
  }

  /** By cache in the order of names, and Redis's. */
  public List<Measure> measures() {
    return measures;
  }

  public CacheMeasures next(Reading reading) {
    var nextWindow = window.with(reading);
    var nextUsual = new TreeMap<String, Usual>();
    var measures = new ArrayList<Measure>();
    for (var cache : new TreeMap<>(reading.caches()).entrySet()) {
      var name = cache.getKey();
      var known = usualOf(name, cache.getValue().provider());
      nextUsual.put(name, known);
      var looks = nextWindow.looksOf(name).filter(it -> it.count() >= LEAST_LOOKS);
      if (looks.isEmpty()) continue;
      measures.addAll(ofCache(name, looks.get(), known));
      nextUsual.put(name, known.with(looks.get().averageMicros()));
    }
    reading.redis().ifPresent(size -> measures.addAll(ofSize(size)));
    var calls = nextWindow.calls();
    if (calls.operations() > 0) {
      var share = (double) calls.failures() / calls.operations();
      var told = calls.failures() < LEAST_FAILURES ? 0 : share;
      measures.add(Measure.warning(CacheAlert.REDIS_FAILURES, REDIS, told, MOST_FAILURES));
    }
    return new CacheMeasures(nextWindow, nextUsual, measures);
  }

  private Usual usualOf(String cache, String provider) {
    var known = usual.get(cache);
    return known != null && known.provider().equals(provider) ? known : Usual.of(provider);
  }

  private static List<Measure> ofCache(String name, Looks looks, Usual known) {
    var measures = new ArrayList<Measure>();
    if (!name.equals(BEHIND_RESPONSES)) {
      measures.add(Measure.warning(CacheAlert.HIT_RATE, name, looks.hitRate(), LEAST_HIT_RATE));
    }
    if (known.isKnown()) {
      var limit = Math.max(LEAST_MICROS, known.micros() * SLOWER);
      measures.add(Measure.warning(CacheAlert.GET_TIME, name, looks.averageMicros(), limit));
    }
    return measures;
  }

  private static List<Measure> ofSize(RedisSize size) {
    var limit = size.maxMemoryBytes() == 0
        ? MOST_MEMORY_BYTES
        : Math.min(MOST_MEMORY_BYTES, size.maxMemoryBytes() * MOST_OF_MEMORY);
    return List.of(
        Measure.warning(CacheAlert.REDIS_MEMORY, REDIS, (double) size.usedMemoryBytes(), limit),
        Measure.warning(CacheAlert.REDIS_CLIENTS, REDIS, (double) size.clients(), MOST_CLIENTS));
  }
}
