package org.radcase.caches.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.caches.entity.Alert;
import org.radcase.caches.entity.CacheAlerts;
import org.radcase.caches.entity.Reading;
import org.radcase.caches.entity.Reading.Calls;
import org.radcase.caches.entity.Reading.Looks;
import org.radcase.caches.entity.Reading.RedisSize;
import org.radcase.platform.cache.CacheAdmin;
import org.radcase.platform.cache.RedisFigures;
import org.radcase.platform.startup.ServerStarting;

/** Reads the caches' figures in the background, and says what is wrong with them. Thread-safe. */
@ApplicationScoped
public class WatchCaches {
  private static final Logger LOG = System.getLogger("org.radcase.caches");
  private static final long SECONDS = 10;

  private final CacheAdmin caches;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "radcase-caches");
        thread.setDaemon(true);
        return thread;
      });
  private volatile CacheAlerts alerts = CacheAlerts.NONE;

  @Inject
  WatchCaches(CacheAdmin caches, Clock clock) {
    this.caches = caches;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }

  List<Alert> alerts() {
    return alerts.raised();
  }

  private void look() {
    try {
      var before = alerts;
      var now = before.next(reading());
      alerts = now;
      tell(before.raised(), now.raised());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The caches are looked at later: " + e.getMessage());
    }
  }

  private Reading reading() {
    var looks = new HashMap<String, Looks>();
    for (var cache : caches.figures()) {
      looks.put(
          cache.cache().term(),
          new Looks(cache.provider(), cache.hits(), cache.misses(), cache.averageGetMicros()));
    }
    var redis = caches.redis();
    var calls = new Calls(redis.operations(), redis.failures());
    return new Reading(clock.instant(), looks, calls, sizeOf(redis));
  }

  private static Optional<RedisSize> sizeOf(RedisFigures redis) {
    var info = redis.info();
    return info == null
        ? Optional.empty()
        : Optional.of(new RedisSize(info.usedMemoryBytes(), info.maxMemoryBytes(), info.clients()));
  }

  private static void tell(List<Alert> before, List<Alert> now) {
    for (var alert : now) {
      if (before.stream().anyMatch(it -> isSame(it, alert))) continue;
      LOG.log(
          Level.WARNING,
          "Alert %s: %.3g, the limit is %.3g"
              .formatted(nameOf(alert), alert.value(), alert.limit()));
    }
    for (var alert : before) {
      if (now.stream().anyMatch(it -> isSame(it, alert))) continue;
      LOG.log(Level.INFO, "No alert " + nameOf(alert) + " any more");
    }
  }

  private static boolean isSame(Alert one, Alert other) {
    return one.kind() == other.kind() && one.subject().equals(other.subject());
  }

  private static String nameOf(Alert alert) {
    return alert.kind().term() + " of " + alert.subject();
  }
}
