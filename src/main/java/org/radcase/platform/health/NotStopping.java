package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.startup.Stopping;

/** Sends no new people here once the server has begun to stop. */
@Readiness
@ApplicationScoped
class NotStopping implements HealthCheck {
  private final Stopping stopping;

  @Inject
  NotStopping(Stopping stopping) {
    this.stopping = stopping;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("serving").status(!stopping.hasBegun()).build();
  }
}
