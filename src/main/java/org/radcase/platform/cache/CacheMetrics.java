package org.radcase.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;

/** The figures of the caches and of Redis. */
@ApplicationScoped
public class CacheMetrics implements MetricSource {
  private static final String CACHE = "cache";

  public static final Metric HITS =
      new Metric("radcase_cache_hits", Unit.NONE, "Looks that found something that holds", CACHE);
  public static final Metric MISSES =
      new Metric("radcase_cache_misses", Unit.NONE, "Looks that found nothing", CACHE);
  private static final Metric EVICTIONS = new Metric(
      "radcase_cache_evictions", Unit.NONE, "Entries that had to go for want of room", CACHE);
  private static final Metric ENTRIES =
      new Metric("radcase_cache_entries", Unit.NONE, "Entries in this instance's memory", CACHE);
  private static final Metric SIZE =
      new Metric("radcase_cache_size", Unit.BYTES, "What they take of it", CACHE);
  private static final Metric SIZE_MOST =
      new Metric("radcase_cache_size_max", Unit.BYTES, "The most that they may take", CACHE);
  private static final Metric LOOK =
      new Metric("radcase_cache_look_mean", Unit.SECONDS, "How long a look takes", CACHE);

  private static final Metric UP =
      new Metric("radcase_redis_up", Unit.NONE, "Whether Redis is used: 1, or 0 while it is away");
  private static final Metric OPERATIONS = new Metric(
      "radcase_redis_operations", Unit.NONE, "What this instance asked of Redis, since its start");
  private static final Metric FAILURES =
      new Metric("radcase_redis_failures", Unit.NONE, "Those of them that failed");
  private static final Metric MEMORY =
      new Metric("radcase_redis_memory_used", Unit.BYTES, "Memory of Redis, by its own account");
  private static final Metric MEMORY_MOST =
      new Metric("radcase_redis_memory_max", Unit.BYTES, "The most that it may take; 0 for any");
  private static final Metric CLIENTS =
      new Metric("radcase_redis_clients", Unit.NONE, "Connections of Redis");
  private static final Metric RATE = new Metric(
      "radcase_redis_operations_per_second", Unit.NONE, "Of all its clients, by its own account");
  private static final Metric EVICTED =
      new Metric("radcase_redis_evictions", Unit.NONE, "Keys that Redis had to drop");
  private static final Metric LATENCY =
      new Metric("radcase_redis_latency", Unit.SECONDS, "How long a PING took");

  private static final double MICROS_A_SECOND = 1e6;

  private final CacheAdmin caches;

  @Inject
  CacheMetrics(CacheAdmin caches) {
    this.caches = caches;
  }

  @Override
  public void measure(Readings readings) {
    for (var cache : caches.figures()) {
      var name = cache.cache().term();
      readings.total(HITS, cache.hits(), name);
      readings.total(MISSES, cache.misses(), name);
      readings.total(EVICTIONS, cache.evictions(), name);
      readings.level(ENTRIES, cache.entries(), name);
      readings.level(SIZE, cache.bytes(), name);
      readings.level(SIZE_MOST, cache.maxBytes(), name);
      readings.level(LOOK, cache.averageGetMicros() / MICROS_A_SECOND, name);
    }
    var redis = caches.redis();
    if (redis.state() == RedisFigures.State.OFF) return;
    readings.level(UP, redis.state() == RedisFigures.State.CONNECTED ? 1 : 0);
    readings.total(OPERATIONS, redis.operations());
    readings.total(FAILURES, redis.failures());
    var info = redis.info();
    if (info == null) return;
    readings.level(MEMORY, info.usedMemoryBytes());
    readings.level(MEMORY_MOST, info.maxMemoryBytes());
    readings.level(CLIENTS, info.clients());
    readings.level(RATE, info.opsPerSecond());
    readings.total(EVICTED, info.evictedKeys());
    readings.level(LATENCY, info.latencyMicros() / MICROS_A_SECOND);
  }
}
