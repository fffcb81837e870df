package org.radcase.caches.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcase.caches.entity.Reading.Looks;
import org.radcase.caches.entity.Reading.RedisSize;

/**
 * What is wrong with the caches, by their figures of the last minutes. Each reading makes the next
 * of these from the one before.
 */
public final class CacheAlerts {
  /** Before the first reading. */
  public static final CacheAlerts NONE =
      new CacheAlerts(new Window(List.of()), Map.of(), List.of());

  /** As the subject of an alert. */
  public static final String REDIS = "redis";

  private static final double LEAST_HIT_RATE = 0.7;

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
  private final List<Watch> watches;

  private CacheAlerts(Window window, Map<String, Usual> usual, List<Watch> watches) {
    this.window = window;
    this.usual = Map.copyOf(usual);
    this.watches = List.copyOf(watches);
  }

  /** Those that are raised: by cache in the order of names, and Redis's. */
  public List<Alert> raised() {
    return watches.stream().filter(Watch::raised).map(Watch::alert).toList();
  }

  public CacheAlerts next(Reading reading) {
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
      measures.add(new Measure(AlertKind.REDIS_FAILURES, REDIS, told, MOST_FAILURES));
    }
    return new CacheAlerts(nextWindow, nextUsual, watched(measures, reading.at()));
  }

  private Usual usualOf(String cache, String provider) {
    var known = usual.get(cache);
    return known != null && known.provider().equals(provider) ? known : Usual.of(provider);
  }

  private static List<Measure> ofCache(String name, Looks looks, Usual known) {
    var measures = new ArrayList<Measure>();
    measures.add(new Measure(AlertKind.HIT_RATE, name, looks.hitRate(), LEAST_HIT_RATE));
    if (known.isKnown()) {
      var limit = Math.max(LEAST_MICROS, known.micros() * SLOWER);
      measures.add(new Measure(AlertKind.GET_TIME, name, looks.averageMicros(), limit));
    }
    return measures;
  }

  private static List<Measure> ofSize(RedisSize size) {
    var limit = size.maxMemoryBytes() == 0
        ? MOST_MEMORY_BYTES
        : Math.min(MOST_MEMORY_BYTES, size.maxMemoryBytes() * MOST_OF_MEMORY);
    return List.of(
        new Measure(AlertKind.REDIS_MEMORY, REDIS, size.usedMemoryBytes(), limit),
        new Measure(AlertKind.REDIS_CLIENTS, REDIS, size.clients(), MOST_CLIENTS));
  }

  private List<Watch> watched(List<Measure> measures, Instant at) {
    var next = new ArrayList<Watch>();
    for (var measure : measures) {
      var watch = watches.stream().filter(it -> it.last().isOf(measure)).findFirst();
      next.add(watch.map(it -> it.with(measure, at)).orElseGet(() -> Watch.begin(measure, at)));
    }
    for (var watch : watches) {
      var told = measures.stream().anyMatch(it -> it.isOf(watch.last()));
      if (!told && !watch.isForgotten(at)) next.add(watch.untold());
    }
    return next;
  }
}
