package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Says whether the tables are those that this release made at its start, or newer ones: another
 * instance may have been upgraded meanwhile. Older ones mean that somebody has put a backup in their
 * place. Thread-safe.
 */
@Startup
@ApplicationScoped
class TablesMigrated implements HealthCheck {
  private static final Duration KEEPS = Duration.ofMinutes(1);

  private final Started started;
  private final HealthDao dao;
  private final Probe probe;
  private final AtomicInteger rankAtStart = new AtomicInteger();

  @Inject
  TablesMigrated(Started started, HealthDao dao, Probes probes) {
    this.started = started;
    this.dao = dao;
    probe = probes.of("migrations", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return started.isStarted()
        ? probe.response()
        : HealthCheckResponse.named("migrations").down().build();
  }

  private Finding look() {
    var last = dao.lastMigration();
    if (last.isEmpty()) return Finding.down("There are no tables");
    var migration = last.get();
    rankAtStart.compareAndSet(0, migration.rank());
    if (!migration.success()) return Finding.down("Migration " + migration.version() + " failed");
    var finding = migration.rank() < rankAtStart.get()
        ? Finding.down("The tables are older than at the start")
        : Finding.UP;
    return finding.with("version", migration.version());
  }
}
