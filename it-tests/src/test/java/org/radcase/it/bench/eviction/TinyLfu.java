package org.radcase.it.bench.eviction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The best published one, W-TinyLFU. Source: Einziger, Friedman, Manes, TinyLFU, 2017. */
public final class TinyLfu implements Policy {
  private final Cache<String, Boolean> entries;

  public TinyLfu(int capacity) {
    entries =
        Caffeine.newBuilder().maximumSize(capacity).executor(Runnable::run).build();
  }

  @Override
  public boolean holds(String key) {
    if (entries.getIfPresent(key) != null) return true;
    entries.put(key, true);
    return false;
  }
}
