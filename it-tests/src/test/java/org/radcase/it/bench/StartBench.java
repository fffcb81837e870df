package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** From the start of the process to the first 200 of /health/ready, with demo data; and memory when idle. */
class StartBench {
  private static final int STARTS = 5;

  /** Longer than the server's periodic collection, which gives memory back. */
  private static final Duration IDLE = Duration.ofSeconds(130);

  @Test
  void start_to_ready() throws IOException {
    var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
    var settings = Map.of("RADCASE_DEMO", "true", "RADCASE_HOME", home.toString());
    try (var first = TomcatServer.onSqlite(settings)) {
      var radcase = first.radcase().as("educator");
      assertThat(Deadline.ofSeconds(300)
              .until(() -> radcase
                      .get("api/cases?status=published")
                      .json()
                      .at("/pagination/total")
                      .asInt()
                  >= 28))
          .isTrue();
    }
    var seconds = new double[STARTS];
    var idleMegabytes = 0.0;
    for (var i = 0; i < STARTS; i++) {
      var start = System.nanoTime();
      try (var server = TomcatServer.onSqlite(settings)) {
        seconds[i] = (System.nanoTime() - start) / 1e9;
        if (i == STARTS - 1) {
          server.radcase().as("educator").get("api/cases");
          LockSupport.parkNanos(IDLE.toNanos());
          idleMegabytes = residentMegabytes(server.pid());
        }
      }
    }
    new Figures("Start")
        .add(
            "start to ready with demo data on SQLite, seconds (median of 5)",
            "%.1f",
            Figures.percentile(0.5, seconds))
        .add(
            "fastest and slowest",
            "%.1f, %.1f",
            Figures.percentile(0, seconds),
            Figures.percentile(1, seconds))
        .add("resident memory when idle for two minutes, MB", "%.0f", idleMegabytes)
        .publish();
  }

  static double residentMegabytes(long pid) throws IOException {
    var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    var resident = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(status);
    assertThat(resident.find()).isTrue();
    return Integer.parseInt(resident.group(1)) / 1024.0;
  }
}
