package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.problem.Problem;

/** Says whether the database is migrated and answers. Thread-safe. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private static final Logger LOG = System.getLogger("org.radcase.health");

  private final Started started;
  private final Database database;
  private final AtomicBoolean answered = new AtomicBoolean(true);

  @Inject
  DatabaseReady(Started started, Database database) {
    this.started = started;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database")
        .status(started.isStarted() && answers())
        .build();
  }

  private boolean answers() {
    try {
      database.read(sql -> sql.first("SELECT 1", row -> true));
      if (!answered.getAndSet(true)) LOG.log(Level.INFO, "The database answers again");
      return true;
    } catch (Problem | DatabaseFailure e) {
      // Asked every few seconds: once for each outage is enough.
      if (answered.getAndSet(false)) LOG.log(Level.WARNING, "The database does not answer", e);
      return false;
    }
  }
}
