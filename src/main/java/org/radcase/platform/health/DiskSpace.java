package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.radcase.platform.config.Settings;

/**
 * Says whether there is room for what nobody may be without: the audit trail, and the database if it
 * is SQLite. Uploads that do not fit are refused one by one, and reading goes on until then. Thread-safe.
 */
@Readiness
@ApplicationScoped
class DiskSpace implements HealthCheck {
  private static final Duration KEEPS = Duration.ofSeconds(10);
  private static final long NEEDED_BYTES = 32L << 20;
  private static final long LOW_BYTES = 2L << 30;

  private final Path home;
  private final Probe probe;

  @Inject
  DiskSpace(Settings settings, Probes probes) {
    home = settings.home();
    probe = probes.of("disk-space", KEEPS, this::look);
  }

  @Override
  public HealthCheckResponse call() {
    return probe.response();
  }

  private Finding look() {
    try {
      return finding(Files.getFileStore(home).getUsableSpace());
    } catch (IOException e) {
      return Finding.down("The disk does not tell its room");
    }
  }

  static Finding finding(long freeBytes) {
    var finding = freeBytes < NEEDED_BYTES ? Finding.down("The disk is full") : Finding.UP;
    var told = finding.with("freeBytes", freeBytes);
    return finding.up() && freeBytes < LOW_BYTES
        ? told.with("warning", "Uploads will soon be refused")
        : told;
  }
}
