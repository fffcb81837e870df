package org.radcase.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an administrator sees and does; whoever calls has checked that she may. */
@ApplicationScoped
public class CacheAdmin {
  private static final String BENCHMARK = "benchmark";
  private static final int BENCHMARK_BYTES = 10_000;

  private final Caches caches;
  private final ProcessTier process;
  private final RedisTier redis;
  private final RedisLink link;
  private final RedisInfo info;
  private final Stamping stamping;
  private final Changes changes;

  @Inject
  CacheAdmin(
      Caches caches,
      ProcessTier process,
      RedisTier redis,
      RedisLink link,
      RedisInfo info,
      Stamping stamping,
      Changes changes) {
    this.caches = caches;
    this.process = process;
    this.redis = redis;
    this.link = link;
    this.info = info;
    this.stamping = stamping;
    this.changes = changes;
  }

  /** Of all caches, in their order. */
  public List<CacheFigures> figures() {
    return Stream.of(CacheName.values()).map(this::figures).toList();
  }

  private CacheFigures figures(CacheName name) {
    var counts = caches.countsOf(name);
    var hits = counts.hits.sum();
    var misses = counts.misses.sum();
    var looks = Math.max(1, hits + misses);
    return new CacheFigures(
        name,
        provider(),
        hits,
        misses,
        process.entries(name),
        process.bytes(name),
        name.maxBytes(),
        process.evictions(name),
        counts.nanos.sum() / 1e3 / looks);
  }

  private String provider() {
    return link.isConnected() ? "redis" : "ehcache";
  }

  public Optional<EntryFacts> find(CacheName name, String key) {
    @Nullable Entry near = process.get(name, key);
    var found = near == null ? redis.get(name, key) : near;
    return Optional.ofNullable(found)
        .filter(entry -> stamping.stamps().hold(entry.tags(), entry.stamps()))
        .map(entry -> new EntryFacts(
            key,
            near == null ? "redis" : "ehcache",
            entry.bytes().length,
            Instant.ofEpochMilli(entry.storedAtMillis()),
            Instant.ofEpochMilli(entry.freshUntilMillis()),
            entry.tags()));
  }

  /** Returns false if there was none. */
  public boolean remove(CacheName name, String key) {
    var far = redis.remove(name, key);
    return process.remove(name, key) || far;
  }

  /** Makes everything outdated that was tagged so, on every instance. */
  public void removeTag(String tag) {
    changes.of(tag);
  }

  public void clear(CacheName name) {
    changes.of(Caches.tagOf(name));
    process.clear(name);
    redis.clear(name);
  }

  public void clearAll() {
    for (var name : CacheName.values()) clear(name);
  }

  public RedisFigures redis() {
    return link.figures(info.read());
  }

  /** Gets and sets an entry so many times, with the provider in use. */
  public BenchmarkFigures benchmark(int rounds) {
    var provider = provider();
    var entry = new Entry(new byte[BENCHMARK_BYTES], BENCHMARK, List.of(), new long[0], 0, 0);
    var isRedis = provider.equals("redis");
    var sets = new long[rounds];
    var gets = new long[rounds];
    for (var round = 0; round < rounds; round++) {
      var start = System.nanoTime();
      if (isRedis) redis.putAndWait(CacheName.RESPONSES, BENCHMARK, entry);
      else process.put(CacheName.RESPONSES, BENCHMARK, entry);
      var set = System.nanoTime();
      if (isRedis) redis.get(CacheName.RESPONSES, BENCHMARK);
      else process.get(CacheName.RESPONSES, BENCHMARK);
      sets[round] = set - start;
      gets[round] = System.nanoTime() - set;
    }
    remove(CacheName.RESPONSES, BENCHMARK);
    Arrays.sort(sets);
    Arrays.sort(gets);
    return new BenchmarkFigures(
        provider,
        rounds,
        micros(gets, 0.5),
        micros(gets, 0.95),
        micros(sets, 0.5),
        micros(sets, 0.95));
  }

  private static long micros(long[] sorted, double quantile) {
    return TimeUnit.NANOSECONDS.toMicros(sorted[(int) ((sorted.length - 1) * quantile)]);
  }
}
