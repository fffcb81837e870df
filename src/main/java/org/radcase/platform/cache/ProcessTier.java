package org.radcase.platform.cache;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.ExpiryPolicyBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.MemoryUnit;
import org.ehcache.core.InternalCache;
import org.ehcache.core.config.DefaultConfiguration;
import org.ehcache.core.internal.statistics.DefaultCacheStatistics;
import org.ehcache.core.statistics.TierStatistics;
import org.ehcache.jsr107.Eh107Configuration;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;

/**
 * Entries in this process, by Ehcache, bounded by bytes. Thread-safe. Here and elsewhere, what every
 * request calls is public: Weld's proxies call other methods by reflection.
 */
@Direct
class ProcessTier {
  /** For so long after its time an entry may still answer while the database is away. */
  static final Duration GRACE = Duration.ofHours(12);

  private static final AtomicInteger MADE = new AtomicInteger();

  /**
   * It would warn of each class of the JDK into which it does not see: of keys and tags it counts the
   * objects, of the bytes of an entry all. Held, as loggers are forgotten.
   */
  private static final Logger MEASURING = Logger.getLogger("org.ehcache.sizeof");

  private final EhcacheCachingProvider provider = new EhcacheCachingProvider();
  private final CacheManager manager;
  private final Map<CacheName, Cache<String, Entry>> caches = new EnumMap<>(CacheName.class);
  private final Map<CacheName, TierStatistics> statistics = new EnumMap<>(CacheName.class);

  ProcessTier() {
    MEASURING.setLevel(Level.SEVERE);
    // JMX knows caches by the address of their manager.
    var address = URI.create("urn:radcase:process-" + MADE.incrementAndGet());
    var loader = ProcessTier.class.getClassLoader();
    manager = provider.getCacheManager(address, new DefaultConfiguration(loader));
    for (var name : CacheName.values()) open(name);
  }

  private void open(CacheName name) {
    var configuration = CacheConfigurationBuilder.newCacheConfigurationBuilder(
            String.class,
            Entry.class,
            ResourcePoolsBuilder.newResourcePoolsBuilder().heap(name.maxBytes(), MemoryUnit.B))
        .withExpiry(ExpiryPolicyBuilder.timeToLiveExpiration(name.life().plus(GRACE)))
        .build();
    var cache = manager.createCache(
        name.term(), Eh107Configuration.fromEhcacheCacheConfiguration(configuration));
    manager.enableStatistics(name.term(), true);
    manager.enableManagement(name.term(), true);
    caches.put(name, cache);
    var inside = (InternalCache<?, ?>) cache.unwrap(org.ehcache.core.Ehcache.class);
    var heap = new DefaultCacheStatistics(inside).getTierStatistics().get("OnHeap");
    if (heap != null) statistics.put(name, heap);
  }

  public @Nullable Entry get(CacheName name, String key) {
    return cache(name).get(key);
  }

  public void put(CacheName name, String key, Entry entry) {
    cache(name).put(key, entry);
  }

  boolean remove(CacheName name, String key) {
    return cache(name).remove(key);
  }

  void clear(CacheName name) {
    cache(name).clear();
  }

  private Cache<String, Entry> cache(CacheName name) {
    var cache = caches.get(name);
    if (cache == null) throw new IllegalStateException("There is no cache " + name);
    return cache;
  }

  long entries(CacheName name) {
    return Math.max(0, statistic(name).getMappings());
  }

  long bytes(CacheName name) {
    return Math.max(0, statistic(name).getOccupiedByteSize());
  }

  long evictions(CacheName name) {
    return statistic(name).getEvictions();
  }

  private TierStatistics statistic(CacheName name) {
    var known = statistics.get(name);
    if (known == null) throw new IllegalStateException("Nobody counts " + name);
    return known;
  }

  @PreDestroy
  void close() {
    manager.close();
    provider.close();
  }
}
