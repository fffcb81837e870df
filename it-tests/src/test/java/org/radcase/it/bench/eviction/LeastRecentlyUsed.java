package org.radcase.it.bench.eviction;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets go what was asked for longest ago. */
public final class LeastRecentlyUsed implements Policy {
  private final Map<String, Boolean> entries;

  public LeastRecentlyUsed(int capacity) {
    entries = new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
        return size() > capacity;
      }
    };
  }

  @Override
  public boolean holds(String key) {
    if (entries.get(key) != null) return true;
    entries.put(key, true);
    return false;
  }
}
