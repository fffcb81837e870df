package org.radcase.caches.entity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one moment; counts are those since the start.
 *
 * @param caches by their names
 * @param redis while it answers
 */
public record Reading(
    Instant at, Map<String, Looks> caches, Calls calls, Optional<RedisSize> redis) {
  public Reading {
    caches = Map.copyOf(caches);
  }

  /**
   * How a cache was looked into.
   *
   * @param provider where its entries are
   * @param averageMicros how long a look took on average, in microseconds
   */
  public record Looks(String provider, long hits, long misses, double averageMicros) {
    long count() {
      return hits + misses;
    }

    double hitRate() {
      return (double) hits / count();
    }

    /** Whether it may have come from {@code earlier} by more looks. */
    boolean continues(Looks earlier) {
      return provider.equals(earlier.provider) && hits >= earlier.hits && misses >= earlier.misses;
    }

    Looks since(Looks earlier) {
      var more = count() - earlier.count();
      var micros = count() * averageMicros - earlier.count() * earlier.averageMicros;
      return new Looks(
          provider,
          hits - earlier.hits,
          misses - earlier.misses,
          more == 0 ? 0 : Math.max(0, micros / more));
    }
  }

  /** What was asked of Redis, and how much of it failed. */
  public record Calls(long operations, long failures) {
    boolean continues(Calls earlier) {
      return operations >= earlier.operations && failures >= earlier.failures;
    }

    Calls since(Calls earlier) {
      return new Calls(operations - earlier.operations, failures - earlier.failures);
    }
  }

  /**
   * How full Redis is.
   *
   * @param maxMemoryBytes 0 for no limit
   */
  public record RedisSize(long usedMemoryBytes, long maxMemoryBytes, long clients) {}
}
