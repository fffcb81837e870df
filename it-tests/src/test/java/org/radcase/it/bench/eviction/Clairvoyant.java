package org.radcase.it.bench.eviction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows what will be asked for, and lets go what is needed last: no policy can do better. Source:
 * Belady, A study of replacement algorithms for a virtual-storage computer, 1966.
 */
public final class Clairvoyant implements Policy {
  private final int capacity;
  private final int[] nextUse;
  private final Map<String, Integer> entries = new HashMap<>();
  private final TreeMap<Integer, String> byNextUse = new TreeMap<>();
  private int now;

  /** @param trace all that will be asked for, in this order */
  public Clairvoyant(int capacity, List<String> trace) {
    this.capacity = capacity;
    nextUse = new int[trace.size()];
    var seenAt = new HashMap<String, Integer>();
    for (var i = trace.size() - 1; i >= 0; i--) {
      // What is never needed again is needed after all others, each at a moment of its own.
      nextUse[i] = seenAt.getOrDefault(trace.get(i), trace.size() + i);
      seenAt.put(trace.get(i), i);
    }
  }

  @Override
  public boolean holds(String key) {
    var next = nextUse[now++];
    var known = entries.remove(key);
    if (known != null) byNextUse.remove(known);
    var isWorthIt = entries.size() < capacity || next < byNextUse.lastKey();
    if (isWorthIt) {
      if (entries.size() == capacity) entries.remove(byNextUse.pollLastEntry().getValue());
      entries.put(key, next);
      byNextUse.put(next, key);
    }
    return known != null;
  }
}
