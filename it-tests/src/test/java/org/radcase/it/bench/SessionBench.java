package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.RedisServer;
import org.radcase.it.server.TomcatServer;

/**
 * How long a kept case and a kept manifest take, one request after the other, and what the check of
 * the session adds to a page: with entries in the process, and in Redis.
 */
class SessionBench {
  private static final int REQUESTS = 2_000;

  /** Until the code is compiled. */
  private static final int WARM_UP = 5_000;

  /**
   * Milliseconds of each request.
   *
   * @param client with the way there and back
   * @param server as X-Response-Time says, to a tenth
   */
  private record Times(double[] client, double[] server) {
    String p95() {
      return String.format(
          Locale.ROOT,
          "%.2f ms, %.1f ms in the server",
          Figures.percentile(0.95, client),
          Figures.percentile(0.95, server));
    }
  }

  @Test
  void sessions_and_metadata() {
    var figures = new Figures("Session");
    measure("in the process", Map.of(), figures);
    try (var redis = RedisServer.start()) {
      measure("in Redis", Map.of("RADCASE_REDIS_URI", redis.uri()), figures);
    }
    figures.publish();
  }

  private static void measure(String where, Map<String, String> settings, Figures figures) {
    var environment = new HashMap<>(settings);
    environment.put("RADCASE_DEMO", "true");
    try (var server = TomcatServer.onSqlite(environment)) {
      var learner = server.radcase().as("learner");
      var educator = server.radcase().as("educator");
      var published = "api/cases?limit=1&status=published";
      assertThat(Deadline.ofSeconds(300)
              .until(
                  () -> educator.get(published).json().at("/pagination/total").asInt() >= 28))
          .as("the demo cases, whose making takes both cores")
          .isTrue();
      var address =
          "api/cases/" + learner.get(published).json().at("/data/0/id").asText();
      hits(learner, address, WARM_UP);
      hits(learner, address + "/dicom", WARM_UP);
      var teachingCase = hits(learner, address, REQUESTS);
      var manifest = hits(learner, address + "/dicom", REQUESTS);
      var pages = new double[2][];
      for (var i = 0; i < 2; i++) pages = alternately(learner);
      figures
          .add(
              "entries " + where + ": a case, p95 (holds the session check)",
              "%s",
              teachingCase.p95())
          .add("entries " + where + ": a manifest, p95 (to reach: 2 ms)", "%s", manifest.p95())
          .add(
              "entries " + where
                  + ": what the session check adds to a page at p95 (to reach: 0.3 ms)",
              "%.3f ms",
              Figures.percentile(0.95, pages[1]) - Figures.percentile(0.95, pages[0]));
    }
  }

  private static Times hits(RadCase radcase, String address, int times) {
    radcase.get(address);
    var client = new double[times];
    var server = new double[times];
    for (var i = 0; i < times; i++) {
      var began = System.nanoTime();
      var answer = radcase.get(address, "Accept-Encoding", "identity");
      client[i] = (System.nanoTime() - began) / 1e6;
      assertThat(answer.header("X-Cache")).as(answer.toString()).isEqualTo("HIT");
      server[i] = Double.parseDouble(answer.header("X-Response-Time").replace("ms", ""));
    }
    return new Times(client, server);
  }

  /** A page without a session and one with it, in turn so that both meet the same noise. */
  private static double[][] alternately(RadCase radcase) {
    var times = new double[2][REQUESTS];
    for (var i = 0; i < REQUESTS; i++) {
      times[0][i] = millis(radcase, "sign-in");
      times[1][i] = millis(radcase, "account");
    }
    return times;
  }

  private static double millis(RadCase radcase, String address) {
    var began = System.nanoTime();
    assertThat(radcase.get(address).status()).isEqualTo(200);
    return (System.nanoTime() - began) / 1e6;
  }
}
