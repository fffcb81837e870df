package org.radcase.caches.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.caches.entity.CacheAlert;
import org.radcase.monitoring.control.alerts.WatchAlerts;
import org.radcase.monitoring.entity.Alert;
import org.radcase.platform.cache.CacheAdmin;
import org.radcase.platform.cache.CacheFigures;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.EntryFacts;
import org.radcase.platform.cache.RedisFigures;
import org.radcase.platform.config.Settings;

/** Tells operators how the caches are. */
@ApplicationScoped
public class ReadCaches {
  private final Administrators administrators;
  private final CacheAdmin caches;
  private final WatchAlerts watch;
  private final WarmUps warmUps;
  private final Settings settings;

  /**
   * How they are at this moment.
   *
   * @param cluster whether other instances share Redis
   */
  public record State(
      boolean cluster,
      RedisFigures redis,
      List<CacheFigures> caches,
      List<Alert> alerts,
      Optional<WarmUpReported> warmUp) {}

  @Inject
  ReadCaches(
      Administrators administrators,
      CacheAdmin caches,
      WatchAlerts watch,
      WarmUps warmUps,
      Settings settings) {
    this.administrators = administrators;
    this.caches = caches;
    this.watch = watch;
    this.warmUps = warmUps;
    this.settings = settings;
  }

  /**
   * Before anything else of a request is looked at: nobody else learns what is wrong with it.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public void check(Caller caller) {
    administrators.checkOperator(caller);
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public State state(Caller caller) {
    administrators.checkOperator(caller);
    return new State(
        settings.cluster(), caches.redis(), caches.figures(), alerts(), warmUps.last());
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; cache.not-found; cache.no-entry */
  public EntryFacts entry(Caller caller, String cache, String key) {
    administrators.checkOperator(caller);
    return caches.find(named(cache), key).orElseThrow(() -> noEntry(cache));
  }

  /** Those of caches and Redis, of all that are raised in this instance. */
  private List<Alert> alerts() {
    return watch.raised().stream().filter(it -> it.kind() instanceof CacheAlert).toList();
  }

  static CacheName named(String cache) {
    return CacheName.of(cache)
        .orElseThrow(() -> CachesProblem.NOT_FOUND.because("No cache has that name"));
  }

  static RuntimeException noEntry(String cache) {
    return CachesProblem.NO_ENTRY.because("Nothing is kept under that key in " + cache);
  }
}
