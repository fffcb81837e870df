package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * Requests a second for the list of cases, kept ready as learners share it, by 100 connections;
 * beside a bare servlet which writes the same bytes, uncompressed, in the same Tomcat. Needs wrk
 * (Debian: wrk).
 */
class ListBench {
  private static final String LIST = "api/cases?limit=24";
  private static final String READER = "learner";

  @Test
  void list_of_cases() throws IOException, InterruptedException {
    var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
    var settings = Map.of("RADCASE_DEMO", "true", "RADCASE_HOME", home.toString());
    var bytes = listOfTheDemo(settings);
    try (var server = TomcatServer.onSqliteBeside(settings, BareApplication::deploy)) {
      var radcase = server.radcase().as(READER);
      var bareAddress = BareApplication.of(server).bytes("list", bytes);
      assertThat(radcase.get(bareAddress).response().body()).isEqualTo(bytes);
      assertThat(radcase.get(LIST).response().body()).isEqualTo(bytes);
      var packed = radcase.get(LIST, "Accept-Encoding", "gzip").response().body();
      for (var coding : List.of("identity", "gzip")) {
        assertThat(radcase.get(LIST, "Accept-Encoding", coding).header("X-Cache"))
            .isEqualTo("HIT");
      }

      // Compiled code first: the figures of the first seconds say nothing.
      requestsASecond(server, bareAddress, "identity", 10);
      requestsASecond(server, LIST, "identity", 15);
      requestsASecond(server, LIST, "gzip", 15);
      var bare = requestsASecond(server, bareAddress, "identity", 20);
      var list = requestsASecond(server, LIST, "identity", 20);
      var gzip = requestsASecond(server, LIST, "gzip", 20);
      new Figures("List")
          .add("list of 24 cases, bytes, and gzipped", "%d, %d", bytes.length, packed.length)
          .add("HITs a second, 100 connections, uncompressed", "%.0f", list)
          .add("HITs a second, 100 connections, gzip", "%.0f", gzip)
          .add("a bare servlet with the same bytes, uncompressed", "%.0f", bare)
          .add("ratio uncompressed", "%.3f", list / bare)
          .add("ratio gzip (to reach: 1.0)", "%.3f", gzip / bare)
          .publish();
    }
  }

  private static byte[] listOfTheDemo(Map<String, String> settings) {
    try (var server = TomcatServer.onSqlite(settings)) {
      var radcase = server.radcase().as("educator");
      var published = "api/cases?status=published";
      assertThat(Deadline.ofSeconds(300)
              .until(() -> radcase.get(published).json().at("/pagination/total").asInt() >= 28))
          .isTrue();
      return server.radcase().as(READER).get(LIST).response().body();
    }
  }

  private static double requestsASecond(
      TomcatServer server, String address, String coding, int seconds)
      throws IOException, InterruptedException {
    var wrk = new ProcessBuilder(
            "wrk",
            "-t2",
            "-c100",
            "-d" + seconds + "s",
            "-H",
            "Cookie: " + server.radcase().as(READER).cookie(),
            "-H",
            "Accept-Encoding: " + coding,
            server.address().resolve(address).toString())
        .redirectErrorStream(true)
        .start();
    var output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    wrk.waitFor();
    var rate = Pattern.compile("Requests/sec:\\s+([0-9.]+)").matcher(output);
    assertThat(rate.find()).as(output).isTrue();
    assertThat(output).doesNotContain("Non-2xx");
    return Double.parseDouble(rate.group(1));
  }
}
