package org.radcase.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.startup.ServerStarting;
import org.redisson.api.CacheAsync;
import org.redisson.api.RedissonClient;
import org.redisson.jcache.JCachingProvider;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** Entries in Redis, by Redisson's JCache, sealed. Thread-safe. */
@Direct
class RedisTier {
  /** Redis evicts whole keys, and a JCache of Redisson is one: an eviction takes a part at a time. */
  private static final int PARTS = 8;

  /** What is longer would keep others waiting. */
  private static final int MOST_BYTES = 4 << 20;

  private static final AtomicInteger MADE = new AtomicInteger();

  private final RedisLink link;
  private final SealedEntries sealing;
  private final JCachingProvider provider = new JCachingProvider();
  private volatile Map<CacheName, List<CacheAsync<String, byte[]>>> caches = Map.of();
  private @Nullable CacheManager manager;

  @Inject
  RedisTier(RedisLink link, SealedEntries sealing) {
    this.link = link;
    this.sealing = sealing;
    link.onConnect(this::prepare);
  }

  void begin(@Observes ServerStarting event) {
    link.begin();
  }

  /** Once for each client; Redisson asks Redis what it is when it makes a cache. */
  private boolean prepare(RedissonClient client) {
    if (!caches.isEmpty()) return true;
    var address = URI.create("urn:radcase:redis-" + MADE.incrementAndGet());
    var made =
        provider.getCacheManager(address, RedisTier.class.getClassLoader(), new Properties());
    manager = made;
    var all = new EnumMap<CacheName, List<CacheAsync<String, byte[]>>>(CacheName.class);
    for (var name : CacheName.values()) {
      var parts = new ArrayList<CacheAsync<String, byte[]>>();
      for (var part = 0; part < PARTS; part++) parts.add(make(made, client, name, part));
      all.put(name, parts);
    }
    caches = all;
    return true;
  }

  @SuppressWarnings("unchecked") // Redisson's caches are both.
  private static CacheAsync<String, byte[]> make(
      CacheManager manager, RedissonClient client, CacheName name, int part) {
    var seconds = name.life().plus(ProcessTier.GRACE).toSeconds();
    var configuration = new MutableConfiguration<String, byte[]>()
        .setTypes(String.class, byte[].class)
        .setStoreByValue(true)
        .setStatisticsEnabled(true)
        .setManagementEnabled(true)
        .setExpiryPolicyFactory(
            CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.SECONDS, seconds)));
    var cache = manager.createCache(
        "radcase:" + name.term() + "." + part,
        RedissonConfiguration.fromInstance(client, configuration));
    return cache.unwrap(CacheAsync.class);
  }

  public @Nullable Entry get(CacheName name, String key) {
    var part = part(name, key);
    if (part == null) return null;
    var sealed = link.ask(client -> part.getAsync(key));
    return sealed == null ? null : sealing.open(name, key, sealed).orElse(null);
  }

  public void put(CacheName name, String key, Entry entry) {
    var part = part(name, key);
    if (part == null || entry.bytes().length > MOST_BYTES) return;
    var sealed = sealing.seal(name, key, entry);
    link.tell(client -> part.putAsync(key, sealed));
  }

  /** To measure it. */
  void putAndWait(CacheName name, String key, Entry entry) {
    var part = part(name, key);
    if (part == null) return;
    var sealed = sealing.seal(name, key, entry);
    link.ask(client -> part.putAsync(key, sealed));
  }

  boolean remove(CacheName name, String key) {
    var part = part(name, key);
    if (part == null) return false;
    var removed = link.ask(client -> part.removeAsync(key));
    return removed != null && removed;
  }

  void clear(CacheName name) {
    for (var part : caches.getOrDefault(name, List.of())) {
      link.tell(client -> part.clearAsync());
    }
  }

  private @Nullable CacheAsync<String, byte[]> part(CacheName name, String key) {
    if (!link.isConnected()) return null;
    var parts = caches.get(name);
    return parts == null ? null : parts.get(Math.floorMod(key.hashCode(), PARTS));
  }

  @PreDestroy
  void close() {
    var made = manager;
    if (made != null) made.close();
    provider.close();
  }
}
