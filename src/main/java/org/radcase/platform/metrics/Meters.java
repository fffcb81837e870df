package org.radcase.platform.metrics;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.radcase.platform.beans.Direct;

/** All series, made as they are asked for; each is in the server's registry and in JMX. Thread-safe. */
@Direct
public class Meters {
  /** Of one metric: far more than the code can make, and few enough for any monitor. */
  static final int MOST_SERIES = 1_000;

  /** Of all labels, for what comes after so many. */
  static final String OTHER = "other";

  private record Key(String metric, List<String> labels) {}

  private final MetricRegistry registry;
  private final MeterBeans beans = new MeterBeans();
  private final Map<Key, Meter> meters = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> series = new ConcurrentHashMap<>();

  @Inject
  public Meters(MetricRegistry registry) {
    this.registry = registry;
  }

  @PreDestroy
  void end() {
    beans.remove();
  }

  /** @param labels the values, in the order of the metric's labels */
  public Count count(Metric metric, String... labels) {
    return (Count) meter(metric, labels, this::newCount);
  }

  /** @param labels the values, in the order of the metric's labels */
  public Timing timing(Metric metric, String... labels) {
    return (Timing) meter(metric, labels, this::newTiming);
  }

  Level level(Metric metric, String... labels) {
    return (Level) meter(metric, labels, this::newLevel);
  }

  /** All that there are, by name and labels. */
  public List<Meter> all() {
    return meters.values().stream()
        .sorted(
            Comparator.comparing(Meter::name).thenComparing(it -> it.labels().toString()))
        .toList();
  }

  /** All timings of a metric. */
  public List<Timing> timings(Metric metric) {
    return of(metric, Timing.class).toList();
  }

  /** The sum over all series of a metric that is counted. */
  public long total(Metric metric) {
    return of(metric, Count.class).mapToLong(Count::value).sum();
  }

  /** All levels of a metric. */
  public List<Level> levels(Metric metric) {
    return of(metric, Level.class).toList();
  }

  /** What was last told of a metric; not a number if nothing was. */
  public double levelOf(Metric metric) {
    return of(metric, Level.class).mapToDouble(Level::value).sum();
  }

  private <T extends Meter> Stream<T> of(Metric metric, Class<T> kind) {
    return meters.values().stream()
        .filter(it -> it.metric().name().equals(metric.name()))
        .map(kind::cast);
  }

  @FunctionalInterface
  private interface Making {
    Meter make(Metric metric, List<String> labels);
  }

  private Meter meter(Metric metric, String[] labels, Making making) {
    var key = new Key(metric.name(), List.of(labels));
    var known = meters.get(key);
    if (known != null) return known;
    if (labels.length != metric.labels().size()) {
      throw new IllegalArgumentException(metric.name() + " has the labels " + metric.labels());
    }
    var made = series.computeIfAbsent(metric.name(), name -> new AtomicInteger());
    if (made.get() >= MOST_SERIES) {
      key = new Key(metric.name(), Collections.nCopies(labels.length, OTHER));
    }
    return meters.computeIfAbsent(key, it -> {
      var meter = making.make(metric, it.labels());
      made.incrementAndGet();
      beans.add(meter);
      return meter;
    });
  }

  private Count newCount(Metric metric, List<String> labels) {
    return new Count(metric, labels, registry.counter(metadata(metric), tags(metric, labels)));
  }

  private Timing newTiming(Metric metric, List<String> labels) {
    return new Timing(metric, labels, registry.timer(metadata(metric), tags(metric, labels)));
  }

  private Level newLevel(Metric metric, List<String> labels) {
    var level = new Level(metric, labels);
    registry.gauge(metadata(metric), level::value, tags(metric, labels));
    return level;
  }

  private static Metadata metadata(Metric metric) {
    return Metadata.builder()
        .withName(metric.name())
        .withDescription(metric.description())
        .withUnit(unitOf(metric))
        .build();
  }

  private static String unitOf(Metric metric) {
    return switch (metric.unit()) {
      case NONE -> MetricUnits.NONE;
      case SECONDS -> MetricUnits.SECONDS;
      case BYTES -> MetricUnits.BYTES;
    };
  }

  private static Tag[] tags(Metric metric, List<String> labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> new Tag(metric.labels().get(i), labels.get(i)))
        .toArray(Tag[]::new);
  }
}
