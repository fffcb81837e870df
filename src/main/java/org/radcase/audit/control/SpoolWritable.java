package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.health.Finding;
import org.radcase.platform.health.Probe;
import org.radcase.platform.health.Probes;

/** Says whether records can be kept: without that nobody reads an image. Thread-safe. */
@Readiness
@ApplicationScoped
class SpoolWritable implements HealthCheck {
  private static final Duration KEEPS = Duration.ofSeconds(10);

  private final AuditSpool spool;
  private final Probe probe;

  @Inject
  SpoolWritable(AuditSpool spool, Probes probes) {
    this.spool = spool;
    probe = probes.of("audit-spool", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    try {
      return Finding.UP.with("files", spool.tryWriting());
    } catch (IOException e) {
      return Finding.down("The folder audit-spool cannot be written");
    }
  }
}
