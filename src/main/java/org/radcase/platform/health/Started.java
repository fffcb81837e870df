package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.radcase.platform.startup.ServerStarting;

/** Says whether files and database have been made ready since the deployment. Thread-safe. */
@Startup
@Default // so that other checks may ask for it by its type
@ApplicationScoped
class Started implements HealthCheck {
  private volatile boolean started;

  void note(@Observes ServerStarting event) {
    started = true;
  }

  boolean isStarted() {
    return started;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("start").status(started).build();
  }
}
