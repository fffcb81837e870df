package org.radcase.caches.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.radcase.caches.entity.CacheMeasures;
import org.radcase.caches.entity.Reading;
import org.radcase.caches.entity.Reading.Calls;
import org.radcase.caches.entity.Reading.Looks;
import org.radcase.caches.entity.Reading.RedisSize;
import org.radcase.monitoring.control.alerts.AlertSource;
import org.radcase.monitoring.entity.Measure;
import org.radcase.platform.cache.CacheAdmin;
import org.radcase.platform.cache.RedisFigures;

/** The figures of caches and Redis that have limits. */
@ApplicationScoped
class WatchCaches implements AlertSource {
  private final CacheAdmin caches;
  private CacheMeasures measures = CacheMeasures.NONE;

  @Inject
  WatchCaches(CacheAdmin caches) {
    this.caches = caches;
  }

  @Override
  public List<Measure> measure(Instant at) {
    measures = measures.next(reading(at));
    return measures.measures();
  }

  private Reading reading(Instant at) {
    var looks = new HashMap<String, Looks>();
    for (var cache : caches.figures()) {
      looks.put(
          cache.cache().term(),
          new Looks(cache.provider(), cache.hits(), cache.misses(), cache.averageGetMicros()));
    }
    var redis = caches.redis();
    var calls = new Calls(redis.operations(), redis.failures());
    return new Reading(at, looks, calls, sizeOf(redis));
  }

  private static Optional<RedisSize> sizeOf(RedisFigures redis) {
    var info = redis.info();
    return info == null
        ? Optional.empty()
        : Optional.of(new RedisSize(info.usedMemoryBytes(), info.maxMemoryBytes(), info.clients()));
  }
}
