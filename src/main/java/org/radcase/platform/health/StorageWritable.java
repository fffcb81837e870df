package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.files.Home;

/** Says whether files can be kept, by keeping one for a moment. Thread-safe. */
@Readiness
@ApplicationScoped
class StorageWritable implements HealthCheck {
  private static final Duration KEEPS = Duration.ofSeconds(10);

  private final Home home;
  private final Probe probe;

  @Inject
  StorageWritable(Home home, Probes probes) {
    this.home = home;
    probe = probes.of("storage", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    try {
      home.tryWriting();
      return Finding.UP;
    } catch (IOException e) {
      return Finding.down(
          DurableFiles.isFull(e) ? "The disk is full" : "radcase.home cannot be written");
    }
  }
}
