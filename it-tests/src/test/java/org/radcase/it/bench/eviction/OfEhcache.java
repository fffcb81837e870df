package org.radcase.it.bench.eviction;

import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;

/** What RadCase uses in the process, bounded by entries here. */
public final class OfEhcache implements Policy, AutoCloseable {
  private final CacheManager manager;
  private final Cache<String, Boolean> entries;

  public OfEhcache(int capacity) {
    manager = CacheManagerBuilder.newCacheManagerBuilder().build(true);
    entries = manager.createCache(
        "replayed",
        CacheConfigurationBuilder.newCacheConfigurationBuilder(
            String.class, Boolean.class, ResourcePoolsBuilder.heap(capacity)));
  }

  @Override
  public boolean holds(String key) {
    if (entries.get(key) != null) return true;
    entries.put(key, true);
    return false;
  }

  @Override
  public void close() {
    manager.close();
  }
}
