package org.radcase.caches.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.caches.control.ReadCaches;
import org.radcase.caches.control.WarmUpReported;
import org.radcase.monitoring.entity.Alert;
import org.radcase.platform.cache.CacheFigures;
import org.radcase.platform.cache.RedisFigures;

/**
 * The caches as they travel.
 *
 * @param provider ehcache or redis: where answers are kept now
 * @param cluster whether other instances share Redis
 */
public record CachesView(
    String provider,
    boolean cluster,
    RedisView redis,
    List<CacheView> caches,
    List<AlertView> alerts,
    WarmUpView warmUp) {

  /**
   * Redis; what it tells of itself is null while it does not answer.
   *
   * @param state off, away or connected
   * @param since when that began
   * @param trouble why it is away
   * @param maxMemoryBytes 0 for no limit
   * @param operations asked of it by this instance since its start
   * @param failures of these
   */
  public record RedisView(
      String state,
      String address,
      Instant since,
      @Nullable String trouble,
      @Nullable String version,
      @Nullable Long usedMemoryBytes,
      @Nullable Long maxMemoryBytes,
      @Nullable Long clients,
      @Nullable Long hits,
      @Nullable Long misses,
      @Nullable Long evictedKeys,
      @Nullable Long opsPerSecond,
      @Nullable Long latencyMicros,
      long operations,
      long failures) {
    static RedisView of(RedisFigures redis) {
      var info = Optional.ofNullable(redis.info());
      return new RedisView(
          redis.state().name().toLowerCase(Locale.ROOT),
          redis.address(),
          redis.since(),
          redis.trouble(),
          info.map(RedisFigures.Info::version).orElse(null),
          info.map(RedisFigures.Info::usedMemoryBytes).orElse(null),
          info.map(RedisFigures.Info::maxMemoryBytes).orElse(null),
          info.map(RedisFigures.Info::clients).orElse(null),
          info.map(RedisFigures.Info::hits).orElse(null),
          info.map(RedisFigures.Info::misses).orElse(null),
          info.map(RedisFigures.Info::evictedKeys).orElse(null),
          info.map(RedisFigures.Info::opsPerSecond).orElse(null),
          info.map(RedisFigures.Info::latencyMicros).orElse(null),
          redis.operations(),
          redis.failures());
    }
  }

  /**
   * A cache in this instance, since its start.
   *
   * @param hitRate from 0 to 1; null before the first look
   * @param bytes of this instance's memory, of {@code maxBytes}
   * @param evictions for want of room there
   * @param ttlSeconds how long an entry is kept at the most
   */
  public record CacheView(
      String name,
      String provider,
      long hits,
      long misses,
      @Nullable Double hitRate,
      long entries,
      long bytes,
      long maxBytes,
      long evictions,
      double averageGetMicros,
      long ttlSeconds) {
    static CacheView of(CacheFigures figures) {
      var looks = figures.hits() + figures.misses();
      return new CacheView(
          figures.cache().term(),
          figures.provider(),
          figures.hits(),
          figures.misses(),
          looks == 0 ? null : (Double) ((double) figures.hits() / looks),
          figures.entries(),
          figures.bytes(),
          figures.maxBytes(),
          figures.evictions(),
          figures.averageGetMicros(),
          figures.cache().life().toSeconds());
    }
  }

  /**
   * Something that an operator should look at.
   *
   * @param kind hit-rate, redis-memory, redis-clients, redis-failures or get-time
   * @param subject a cache's name, or redis
   * @param value a share of 1, bytes, clients or microseconds, by its kind
   */
  public record AlertView(String kind, String subject, Instant since, double value, double limit) {
    static AlertView of(Alert alert) {
      return new AlertView(
          alert.kind().term(), alert.subject(), alert.since(), alert.value(), alert.limit());
    }
  }

  /**
   * How the caches were last filled before anybody asked.
   *
   * @param state never, running or done
   * @param cases read
   * @param lists read
   * @param failures what could not be read
   */
  public record WarmUpView(
      String state,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int cases,
      int lists,
      int failures) {
    private static final WarmUpView NEVER = new WarmUpView("never", null, null, 0, 0, 0);

    static WarmUpView of(WarmUpReported report) {
      return new WarmUpView(
          report.state().name().toLowerCase(Locale.ROOT),
          report.startedAt(),
          report.finishedAt().orElse(null),
          report.cases(),
          report.lists(),
          report.failures());
    }
  }

  static CachesView of(ReadCaches.State state) {
    var redis = state.redis();
    return new CachesView(
        redis.state() == RedisFigures.State.CONNECTED ? "redis" : "ehcache",
        state.cluster(),
        RedisView.of(redis),
        state.caches().stream().map(CacheView::of).toList(),
        state.alerts().stream().map(AlertView::of).toList(),
        state.warmUp().map(WarmUpView::of).orElse(WarmUpView.NEVER));
  }
}
