package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;
import org.radcase.it.server.Deadline;

@ExtendWith(AtHand.class)
class MetricsTest {
  private static final String REQUESTS = "radcase_http_request_duration_seconds";
  private static final long SECONDS_OF_A_SAMPLE = 30;

  private static JsonNode metric(RadCase admin, String group, String name) {
    var groups = admin.get("api/admin/metrics").json().path("groups");
    return StreamSupport.stream(groups.path(group).spliterator(), false)
        .filter(it -> it.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not there"));
  }

  private static Optional<JsonNode> series(JsonNode metric, String... labels) {
    return StreamSupport.stream(metric.path("series").spliterator(), false)
        .filter(it -> {
          for (var i = 0; i < labels.length; i += 2) {
            if (!it.path("labels").path(labels[i]).asText().equals(labels[i + 1])) return false;
          }
          return true;
        })
        .findFirst();
  }

  private static long count(RadCase admin, String route, String method, String status) {
    return series(
            metric(admin, "http", REQUESTS), "route", route, "method", method, "status", status)
        .map(it -> it.path("count").asLong())
        .orElse(0L);
  }

  /** The test's next request may overtake the end of the last one in the server. */
  private static void awaitCount(
      RadCase admin, String route, String method, String status, long least) {
    assertThat(Deadline.ofSeconds(SECONDS_OF_A_SAMPLE)
            .until(() -> count(admin, route, method, status) >= least))
        .as(method + " " + route + " " + status)
        .isTrue();
  }

  @Test
  void requests_are_counted_by_template_method_and_status_also_those_from_the_cache(
      RadCase radcase) {
    var admin = radcase.as("admin");
    var address = Given.addressOf(Given.aCase(radcase));
    var before = count(admin, "/api/cases/{id}", "GET", "200");

    for (var i = 0; i < 3; i++) assertThat(radcase.get(address).status()).isEqualTo(200);
    assertThat(radcase.get(address).header("X-Cache")).isEqualTo("HIT");

    awaitCount(admin, "/api/cases/{id}", "GET", "200", before + 4);
    var told = series(metric(admin, "http", REQUESTS), "route", "/api/cases/{id}", "status", "200");
    assertThat(told.orElseThrow().path("p95Millis").asDouble()).isPositive();
    assertThat(told.orElseThrow().path("labels").path("status_class").asText()).isEqualTo("2xx");
  }

  @Test
  void who_is_refused_before_anything_is_looked_at_counts_at_the_template_too(RadCase radcase) {
    var admin = radcase.as("admin");
    var address = "api/cases/" + UUID.randomUUID() + "/dicom";
    var before = count(admin, "/api/cases/{id}/dicom", "GET", "401");

    Expect.problem(radcase.asStranger().get(address), 401, "auth.required");

    awaitCount(admin, "/api/cases/{id}/dicom", "GET", "401", before + 1);
  }

  @Test
  void whatever_addresses_and_methods_strangers_try_no_series_is_added(RadCase radcase) {
    var admin = radcase.as("admin");
    var stranger = radcase.asStranger();
    flood(stranger);
    awaitCount(admin, "/api/*", "OTHER", "401", 1);
    var before = metric(admin, "http", REQUESTS).path("series").size();

    for (var i = 0; i < 20; i++) flood(stranger);

    var after = metric(admin, "http", REQUESTS);
    // Other tests of this server may have gone on; 20 floods have 140 addresses.
    assertThat(after.path("series").size()).isLessThan(before + 30);
    assertThat(after.toString()).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
  }

  private static void flood(RadCase stranger) {
    var id = UUID.randomUUID();
    for (var path : new String[] {"", "api/", "api/cases/", "assets/", "health/", "metrics/"}) {
      stranger.get(path + id);
    }
    stranger.send("M" + id.toString().substring(0, 8), "api/" + id, "", "");
  }

  @Test
  void all_that_is_measured_is_there_in_groups(RadCase radcase) {
    var admin = radcase.as("admin");
    assertThat(radcase.get("api/cases").status()).isEqualTo(200);

    var complete = Deadline.ofSeconds(SECONDS_OF_A_SAMPLE).until(() -> {
      var groups = admin.get("api/admin/metrics").json().path("groups");
      return groups.has("people") && groups.has("disk") && groups.has("database");
    });

    var groups = admin.get("api/admin/metrics").json().path("groups");
    assertThat(complete).as(groups.toString()).isTrue();
    assertThat(groups.fieldNames())
        .toIterable()
        .contains(
            "audit",
            "cache",
            "cpu",
            "database",
            "disk",
            "gc",
            "http",
            "jobs",
            "memory",
            "people",
            "threads");
    assertThat(series(metric(admin, "memory", "radcase_memory_heap_used_bytes")))
        .hasValueSatisfying(it -> assertThat(it.path("value").asDouble()).isGreaterThan(1e6));
    assertThat(series(
            metric(admin, "database", "radcase_database_statement_duration_seconds"),
            "kind",
            "select"))
        .hasValueSatisfying(it -> assertThat(it.path("count").asLong()).isPositive());
    assertThat(series(
            metric(admin, "audit", "radcase_audit_records_total"),
            "action",
            "signed-in",
            "outcome",
            "success"))
        .hasValueSatisfying(it -> assertThat(it.path("count").asLong()).isPositive());
  }

  @Test
  void an_upload_is_counted_by_what_became_of_its_files(RadCase radcase) {
    var admin = radcase.as("admin");
    var address = Given.addressOf(Given.aCase(radcase));
    var name = "radcase_upload_files_total";

    var file = new DicomFile().bytes();
    var body = new Multipart().file("a.dcm", file).file("b.txt", new byte[] {1, 2, 3});
    assertThat(radcase.post(address + "/dicom", body).status()).isEqualTo(200);

    for (var verdict : new String[] {"stored", "refused"}) {
      assertThat(series(metric(admin, "upload", name), "verdict", verdict))
          .hasValueSatisfying(it -> assertThat(it.path("count").asLong()).isPositive());
    }
  }

  @Test
  void the_summary_has_what_one_looks_at_first(RadCase radcase) {
    var operator = radcase.as("operator");
    assertThat(radcase.get("api/cases").status()).isEqualTo(200);

    var summary = operator.get("api/admin/metrics/summary").json();

    assertThat(summary.at("/requests/total").asLong()).isPositive();
    for (var figure : new String[] {"p50Millis", "p95Millis", "p99Millis"}) {
      assertThat(summary.at("/responseTimes/" + figure).asDouble()).as(figure).isPositive();
    }
    assertThat(summary.at("/responseTimes/p50Millis").asDouble())
        .isLessThanOrEqualTo(summary.at("/responseTimes/p99Millis").asDouble());
    assertThat(summary.path("errorRate").asDouble()).isBetween(0.0, 1.0);
    assertThat(Deadline.ofSeconds(SECONDS_OF_A_SAMPLE).until(() -> {
          var now = operator.get("api/admin/metrics/summary").json();
          return now.at("/cache/hitRate").isNumber()
              && now.at("/memory/heapUsedBytes").asDouble() > 1e6;
        }))
        .isTrue();
  }

  @Test
  void a_monitor_on_this_machine_needs_no_token(RadCase radcase) {
    var text = radcase.asStranger().get("metrics");

    assertThat(text.status()).as(text.toString()).isEqualTo(200);
    assertThat(text.mediaType()).isEqualTo("text/plain");
    assertThat(text.text())
        .contains(REQUESTS + "_count{", REQUESTS + "_bucket{", "radcase_memory_heap_used_bytes{");
  }

  @Test
  void a_token_opens_the_metrics_if_it_is_meant_for_them_and_its_owner_administers(
      RadCase radcase) {
    var stranger = radcase.asStranger();

    var opened = stranger.get("metrics", bearer(radcase.as("admin"), "metrics"));

    assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
    Expect.problem(
        stranger.get("metrics", bearer(radcase.as("admin"), "admin")), 403, "token.scope");
    Expect.problem(stranger.get("metrics", bearer(radcase, "metrics")), 403, "admin.not-allowed");
    var made = new String[] {"Authorization", "Bearer rct_" + "A".repeat(43)};
    Expect.problem(stranger.get("metrics", made), 401, "auth.required");
  }

  private static String[] bearer(RadCase person, String scope) {
    var body = Given.json().put("name", "A monitor").put("expiresInDays", 7);
    body.putArray("scopes").add(scope);
    var made = person.postJson("api/auth/tokens", body.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new String[] {"Authorization", "Bearer " + made.json().path("token").asText()};
  }
}
