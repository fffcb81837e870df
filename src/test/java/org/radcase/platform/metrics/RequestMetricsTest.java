package org.radcase.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
  private final Meters meters = GivenMetrics.meters();
  private final RequestMetrics requests = new RequestMetrics(
      new Routes(List.of(RoutesTest.Cases.class, RoutesTest.Series.class)), meters);

  private void request(String method, String path, int status) {
    requests.begin();
    requests.end(method, path, status, TimeUnit.MILLISECONDS.toNanos(3));
  }

  @Test
  void a_request_is_counted_and_timed_by_template_method_and_status() {
    request("GET", "/api/cases/0190b5f0", 200);
    request("GET", "/api/cases/0190b5f1", 200);
    request("GET", "/api/cases/0190b5f2", 404);

    assertThat(meters.timings(RequestMetrics.DURATION))
        .extracting(Timing::labels, Timing::count)
        .containsExactlyInAnyOrder(
            tuple(List.of("/api/cases/{id}", "GET", "200", "2xx"), 2L),
            tuple(List.of("/api/cases/{id}", "GET", "404", "4xx"), 1L));
    assertThat(Percentiles.of(meters.timings(RequestMetrics.DURATION)).p95()).isBetween(2.8, 3.2);
  }

  @Test
  void whatever_clients_send_there_are_no_more_series_than_the_code_has_routes_and_statuses() {
    var random = new Random(20261122);
    for (var i = 0; i < 50_000; i++) {
      var id = new UUID(random.nextLong(), random.nextLong());
      var path =
          switch (random.nextInt(6)) {
            case 0 -> "/api/cases/" + id;
            case 1 -> "/api/cases/" + id + "/series/" + random.nextInt();
            case 2 -> "/api/" + id;
            case 3 -> "/assets/" + id + ".js";
            case 4 -> "/" + "a/".repeat(random.nextInt(3_000)) + id;
            default -> "/api/" + "cases/".repeat(random.nextInt(3_000)) + id;
          };
      var method = random.nextBoolean() ? "GET" : "M" + random.nextInt();
      request(method, path, random.nextInt(-5, 1_000));
    }

    // Five kinds of addresses, of one method or OTHER; 31 statuses and six classes.
    assertThat(meters.timings(RequestMetrics.DURATION)).hasSizeBetween(50, 5 * 2 * 37);
    assertThat(meters.all())
        .noneMatch(meter -> meter.labels().toString().matches(".*[0-9a-f]{8}.*"));
  }

  @Test
  void what_is_being_answered_is_told() {
    requests.begin();
    requests.begin();
    requests.end("GET", "/", 200, 1);
    var sampler = new Sampler(meters, List.of(requests));

    sampler.sample();

    assertThat(meters.levelOf(RequestMetrics.ACTIVE)).isEqualTo(1);
  }
}
