package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** The metrics as other programs see them: Prometheus' own checker, and a client of JMX. */
@Tag("own-server")
class MetricsViewsTest {
  private static final long SECONDS = 30;

  private static int port;
  private static TomcatServer server;

  @BeforeAll
  static void start() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var options = "-Dcom.sun.management.jmxremote.port=" + port
        + " -Dcom.sun.management.jmxremote.rmi.port=" + port
        + " -Dcom.sun.management.jmxremote.host=127.0.0.1 -Djava.rmi.server.hostname=127.0.0.1"
        + " -Dcom.sun.management.jmxremote.authenticate=false"
        + " -Dcom.sun.management.jmxremote.ssl=false";
    server = TomcatServer.onSqlite(Map.of("CATALINA_OPTS", options));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void Prometheus_finds_nothing_to_complain_of() throws Exception {
    var educator = server.radcase().as("educator");
    assertThat(educator.get(Given.addressOf(Given.aCase(educator))).status()).isEqualTo(200);
    var sampled = Deadline.ofSeconds(SECONDS)
        .until(() -> server.radcase().get("metrics").text().contains("radcase_people_active"));
    assertThat(sampled).isTrue();
    var text = server.radcase().get("metrics").text();

    var promtool = start(text);

    var said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
    assertThat(promtool.exitValue()).isZero();
    assertThat(text)
        .contains(
            "# TYPE radcase_http_request_duration_seconds histogram",
            "# TYPE radcase_cache_hits_total counter",
            "# TYPE radcase_memory_heap_used_bytes gauge",
            "route=\"/api/cases/{id}\"");
  }

  private static Process start(String text) throws IOException {
    try {
      var process = new ProcessBuilder("promtool", "check", "metrics")
          .redirectErrorStream(true)
          .start();
      try (var in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return process;
    } catch (IOException e) {
      if (Boolean.getBoolean("radcase.ci")) throw e;
      Assumptions.abort("promtool (Debian: prometheus) is not there: " + e.getMessage());
      throw e;
    }
  }

  @Test
  void a_client_of_JMX_reads_what_is_counted_timed_and_looked_at() throws Exception {
    assertThat(server.radcase().get("health/live").status()).isEqualTo(200);
    var url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(url))) {
      var beans = connector.getMBeanServerConnection();
      assertThat(Deadline.ofSeconds(SECONDS).until(() -> isThere(beans, "radcase_disk_free_bytes")))
          .isTrue();

      assertThat((Double) attribute(beans, "radcase_memory_heap_used_bytes", "Value"))
          .isGreaterThan(1e6);
      assertThat((Long) attribute(beans, "radcase_database_transactions_total,database=*", "Count"))
          .isPositive();
      var health = "radcase_http_request_duration_seconds,route=\"/health/\\*\",*";
      assertThat((Long) attribute(beans, health, "Count")).isPositive();
      assertThat((Double) attribute(beans, health, "P95Millis")).isPositive();
    }
  }

  private static boolean isThere(MBeanServerConnection beans, String name) {
    try {
      return !beans.queryNames(nameOf(name), null).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static Object attribute(MBeanServerConnection beans, String name, String attribute)
      throws Exception {
    var found = beans.queryNames(nameOf(name), null);
    assertThat(found).as(name).isNotEmpty();
    return beans.getAttribute(found.iterator().next(), attribute);
  }

  private static ObjectName nameOf(String name) {
    try {
      return new ObjectName("org.radcase:type=Metric,name=" + name);
    } catch (javax.management.MalformedObjectNameException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
