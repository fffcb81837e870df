package org.radcase.load;

import java.util.TreeMap;

/** Times and errors of the requests of one name. Not thread-safe. */
final class Requests {
  private final TreeMap<Integer, Long> countByMillis = new TreeMap<>();
  private long count;
  private long errors;

  void add(int millis, boolean success) {
    countByMillis.merge(millis, 1L, Long::sum);
    count++;
    if (!success) errors++;
  }

  long count() {
    return count;
  }

  double errorPercent() {
    return 100.0 * errors / count;
  }

  /** The least time within which that share of 1 was answered, in milliseconds. */
  int percentile(double share) {
    var wanted = (long) Math.ceil(share * count);
    var sum = 0L;
    for (var entry : countByMillis.entrySet()) {
      sum += entry.getValue();
      if (sum >= wanted) return entry.getKey();
    }
    throw new IllegalStateException("No request was made");
  }
}
