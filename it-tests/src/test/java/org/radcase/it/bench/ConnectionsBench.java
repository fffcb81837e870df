package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.ImagedCase;
import org.radcase.it.server.TomcatServer;

/**
 * Ten thousand open connections, as of so many browsers, with a thousand requests a second on top.
 * Needs as many file descriptors: {@code ulimit -Hn} of 65,536.
 */
class ConnectionsBench {
  private static final int CONNECTIONS = Integer.getInteger("radcase.connections", 10_000);
  private static final int REQUESTS_A_SECOND = 1_000;
  private static final double MEBIBYTE = 1 << 20;

  @Test
  void ten_thousand_connections() throws IOException {
    var settings =
        Map.of("RADCASE_MEMORY", "-Xms192m -Xmx2g -XX:+UseG1GC -XX:+ExitOnOutOfMemoryError");
    try (var server = TomcatServer.onSqlite(settings)) {
      var made = ImagedCase.madeBy(server.radcase().as("educator"));
      var learner = server.radcase().as("learner");
      for (var address : new String[] {made.address(), made.frame()}) {
        assertThat(learner.get(address).status()).isEqualTo(200);
      }

      // Code is compiled first.
      try (var few = new OpenConnections(server.address(), made.address(), learner.cookie(), 50)) {
        few.ask(REQUESTS_A_SECOND, Duration.ofSeconds(20));
      }
      try (var open =
          new OpenConnections(server.address(), made.address(), learner.cookie(), CONNECTIONS)) {
        // Each connection has been used before anything is measured.
        assertThat(open.ask(REQUESTS_A_SECOND, Duration.ofSeconds(20)).errors()).isEmpty();
        var measured = open.ask(REQUESTS_A_SECOND, Duration.ofSeconds(60));

        assertThat(measured.errors()).isEmpty();
        new Figures("Connections")
            .add("open connections, requests a second", "%d, %d", CONNECTIONS, REQUESTS_A_SECOND)
            .add("answers, errors", "%d, 0", measured.answers())
            .add(
                "answer from when it was due, ms: p50, p95, p99 (to reach: 250), most",
                "%.1f, %.1f, %.1f, %.1f",
                measured.p50(),
                measured.p95(),
                measured.p99(),
                measured.most())
            .add("Java heap in use, MiB (to reach: 2,048)", "%.0f", heapBytes(server) / MEBIBYTE)
            .add("memory of the process, MiB", "%.0f", residentKib(server) / 1024.0)
            .publish();
      }
    }
  }

  private static double heapBytes(TomcatServer server) {
    var summary =
        server.radcase().as("operator").get("api/admin/metrics/summary").json();
    return summary.path("memory").path("heapUsedBytes").asDouble();
  }

  private static long residentKib(TomcatServer server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
