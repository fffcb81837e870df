package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.problem.Problem;

/** Says whether the database was made ready and answers now. Thread-safe. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private static final Logger LOG = System.getLogger("org.radcase.health");

  private final Started started;
  private final HealthDao dao;
  private final Probe probe;

  @Inject
  DatabaseReady(Started started, HealthDao dao, Probes probes) {
    this.started = started;
    this.dao = dao;
    probe = probes.ofDatabase(this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    if (!started.isStarted()) return Finding.down("It is being made ready");
    var start = System.nanoTime();
    try {
      var product = dao.product();
      var millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      return Finding.UP.with("product", product).with("answeredInMillis", millis);
    } catch (Problem | DatabaseFailure e) {
      LOG.log(Level.DEBUG, "The database does not answer", e);
      return Finding.down("It does not answer");
    }
  }
}
