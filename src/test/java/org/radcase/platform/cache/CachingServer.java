package org.radcase.platform.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.Settings;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.Awaited;
import org.radcase.testing.GivenSettings;

/** The caches of one server, wired as CDI does. */
final class CachingServer implements AutoCloseable {
  static final String SHAPE = "text";

  private final ProcessTier process = new ProcessTier();
  private final RedisLink link;
  private final RedisTier redis;
  final Changes changes;
  final Caches caches;
  final CacheAdmin admin;

  CachingServer(Path home, String redisUri, boolean cluster, Clock clock) {
    var settings = GivenSettings.withRedis(home, redisUri, cluster);
    link = new RedisLink(settings, clock);
    redis = new RedisTier(link, new SealedEntries(new ServerKey(settings)));
    var stamping = new Stamping(settings, link);
    changes = new Changes(stamping);
    caches = new Caches(process, redis, link, stamping, changes, clock);
    admin = new CacheAdmin(caches, process, redis, link, new RedisInfo(link), stamping, changes);
    link.begin();
    if (!redisUri.equals(Settings.NO_REDIS)) awaitRedis(RedisFigures.State.CONNECTED);
  }

  void awaitRedis(RedisFigures.State state) {
    if (!Awaited.within(Duration.ofSeconds(30), () -> link.state() == state)) {
      throw new IllegalStateException("Redis is not " + state + ": " + link.figures(null));
    }
  }

  void keep(String key, String value, String... tags) {
    var fill = caches.begin(CacheName.CASES, List.of(tags));
    if (fill != null) keep(key, value, fill);
  }

  void keep(String key, String value, Fill fill) {
    caches.keep(
        CacheName.CASES,
        key,
        fill,
        value.getBytes(StandardCharsets.UTF_8),
        SHAPE,
        Duration.ofHours(1));
  }

  Optional<String> find(String key) {
    return text(caches.look(CacheName.CASES, key, SHAPE));
  }

  Optional<String> findAged(String key) {
    return text(caches.aged(CacheName.CASES, key, SHAPE));
  }

  private static Optional<String> text(@Nullable Entry entry) {
    return Optional.ofNullable(entry).map(it -> new String(it.bytes(), StandardCharsets.UTF_8));
  }

  /** Forgets what is near, as another process would not have it. */
  void forgetNear() {
    for (var name : CacheName.values()) process.clear(name);
  }

  /**
   * Keeps it until Redis has it, too: it is told and no answer awaited, and not even told while Redis is
   * away, as it is on a busy machine when it was slow once.
   */
  void keepFar(String key, String value, String... tags) {
    await(key, () -> {
      keep(key, value, tags);
      return redis.get(CacheName.CASES, key) != null;
    });
  }

  /** Waits until Redis tells that it has the key. */
  void awaitFar(String key) {
    await(key, () -> redis.get(CacheName.CASES, key) != null);
  }

  private void await(String key, BooleanSupplier isThere) {
    if (!Awaited.within(Duration.ofSeconds(20), isThere)) {
      throw new IllegalStateException(key + " is not in Redis: " + link.figures(null));
    }
  }

  @Override
  public void close() {
    redis.close();
    link.end();
    process.close();
  }
}
