package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.cache.CacheAdmin;
import org.radcase.platform.cache.RedisFigures;

/** Says where answers are kept. Redis may be away: RadCase is slower then, and no less right. Thread-safe. */
@Readiness
@ApplicationScoped
class CachesReady implements HealthCheck {
  private static final Duration KEEPS = Duration.ofSeconds(5);

  private final CacheAdmin caches;
  private final Probe probe;

  @Inject
  CachesReady(CacheAdmin caches, Probes probes) {
    this.caches = caches;
    probe = probes.of("caches", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    var state = caches.redis().state();
    var finding = Finding.UP.with("redis", state.name().toLowerCase(Locale.ROOT));
    return state == RedisFigures.State.AWAY
        ? finding.with("warning", "Answers are kept in the process alone")
        : finding;
  }
}
