package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.Expect;
import org.radcase.it.People;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.WebhookReceiver;

/**
 * Two servers on one PostgreSQL and one Redis: what was acknowledged by one is what both tell.
 * At full size: {@code -Dradcase.interleavings=100000}; another order: {@code -Dradcase.seed=…}.
 */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {
  private static final int OPERATIONS = Integer.getInteger("radcase.interleavings", 2_000);
  private static final long SEED = Long.getLong("radcase.seed", 20_261_122L);
  private static final int THREADS = 8;
  private static final int CASES = 10;
  private static final int TEXTS_OF_100 = 15;
  private static final int PICTURES_OF_100 = 3;
  private static final List<String> READERS = List.of("learner", "director", "educator2", "admin");

  private static final int SEARCHES = 1_000;

  private final WebhookReceiver alerts = new WebhookReceiver();
  private TwoInstances both;
  private RadCase first;

  @BeforeAll
  void start() {
    both = new TwoInstances(Map.of("RADCASE_ALERTS_WEBHOOK", alerts.address()));
    first = both.first();
  }

  @AfterAll
  void end() {
    if (both != null) both.close();
    alerts.close();
  }

  @Test
  void nobody_reads_less_than_was_acknowledged_before_on_either() {
    var readers = READERS.stream().map(first::as).toList();
    var cases = IntStream.range(0, CASES).mapToObj(i -> VersionedCase.at(first)).toList();
    var findings = new Findings();
    var left = new AtomicInteger(OPERATIONS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all = IntStream.range(0, THREADS)
          .mapToObj(i -> CompletableFuture.runAsync(
              () -> interleave(new Random(SEED + i), cases, readers, left, findings), threads))
          .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
    } finally {
      threads.shutdownNow();
    }
    System.out.println("Two instances, seed " + SEED + ": " + findings.figures());
    assertThat(findings.faults()).isEmpty();
    assertThat(cases)
        .as("all were written")
        .allMatch(it -> it.versions(Route.CASE).acknowledged() > 1);
  }

  private void interleave(
      Random random,
      List<VersionedCase> cases,
      List<RadCase> people,
      AtomicInteger left,
      Findings findings) {
    var readers = new ArrayList<Reader>();
    for (var person : people) {
      readers.add(new Reader(both.at(0, person)));
      readers.add(new Reader(both.at(1, person)));
    }
    var routes = Route.values();
    while (left.getAndDecrement() > 0) {
      var one = cases.get(random.nextInt(cases.size()));
      var chance = random.nextInt(100);
      if (chance < PICTURES_OF_100) {
        one.replacePictures(both.at(random.nextInt(2), one.author()), findings);
      } else if (chance < PICTURES_OF_100 + TEXTS_OF_100) {
        one.revise(both.at(random.nextInt(2), one.author()), findings);
      } else {
        var reader = readers.get(random.nextInt(readers.size()));
        reader.read(one, routes[random.nextInt(routes.length)], findings);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void signing_out_on_one_ends_the_session_on_the_other_at_once(int here) {
    var learner = knownOnBoth();

    var out = both.at(here, learner).postJson("api/auth/logout", "{}");

    assertThat(out.status()).as(out.toString()).isEqualTo(204);
    assertSignedOutOnBoth(learner);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void who_is_deactivated_on_one_is_out_on_the_other_at_once(int here) {
    var learner = knownOnBoth();

    change(here, learner, "{\"active\": false}");

    assertSignedOutOnBoth(learner);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void who_gets_another_role_on_one_loses_the_sessions_of_the_old_one_on_both(int here) {
    var learner = knownOnBoth();

    change(here, learner, "{\"role\": \"educator\"}");

    assertSignedOutOnBoth(learner);
  }

  private RadCase knownOnBoth() {
    var learner = People.aNew(first, "learner");
    for (var i = 0; i < 2; i++) {
      assertThat(both.at(i, learner).get("api/auth/me").status()).isEqualTo(200);
      assertThat(both.at(i, learner).get("api/cases").status()).isEqualTo(200);
    }
    return learner;
  }

  private void change(int instance, RadCase person, String patch) {
    var id = person.get("api/auth/me").json().path("id").asText();
    var admin = both.at(instance, first.as("admin"));
    var changed = admin.patch("api/admin/users/" + id, patch, "If-Match", "*");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
  }

  private void assertSignedOutOnBoth(RadCase person) {
    for (var i = 0; i < 2; i++) {
      Expect.problem(both.at(i, person).get("api/cases"), 401, "auth.required");
      Expect.problem(both.at(i, person).get("api/auth/me"), 401, "auth.required");
    }
  }

  @Test
  void an_alert_of_one_is_sent_once_and_seen_and_acknowledged_on_both() {
    var searching = both.at(0, first.as("learner"));
    for (var i = 0; i < SEARCHES; i++) {
      assertThat(searching.get("api/cases?q=unheard" + i).status()).isEqualTo(200);
    }
    var here = both.at(0, first.as("operator"));
    var there = both.at(1, first.as("operator"));
    var raised = new ArrayList<JsonNode>();
    assertThat(Deadline.ofSeconds(60).until(() -> {
          raised.addAll(openOf(both.name(0), there));
          return !raised.isEmpty();
        }))
        .as("too few hits of the one are told by the other")
        .isTrue();
    var alert = raised.get(0).path("id").asText();

    var acknowledged = there.postJson("api/admin/alerts/" + alert + "/acknowledge", "{}");

    assertThat(acknowledged.status()).as(acknowledged.toString()).isEqualTo(200);
    var by = there.get("api/auth/me").json().path("name").asText();
    assertThat(openOf(both.name(0), here))
        .filteredOn(it -> it.path("id").asText().equals(alert))
        .extracting(it -> it.path("acknowledgedBy").asText())
        .containsExactly(by);
    // Both look every ten seconds and tell their own again every minute; what is added up is, too.
    People.signIn(both.at(1, first.asStranger()), "learner", People.PASSWORD);
    for (var operator : List.of(here, there)) {
      assertThat(Deadline.ofSeconds(120)
              .until(() -> signInsOfHistory(operator) == signIns(0) + signIns(1)))
          .as("sign-ins of both are told by each")
          .isTrue();
      assertThat(history(operator).path("instances"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrder(both.name(0), both.name(1));
    }
    assertThat(signIns(1)).as("on the other alone").isPositive();
    assertThat(alerts.told(alert, "raised")).isEqualTo(1);
    assertThat(openOf(both.name(0), here))
        .as("the acknowledgement stays")
        .filteredOn(it -> it.path("id").asText().equals(alert))
        .extracting(it -> it.path("acknowledgedBy").asText())
        .containsExactly(by);
  }

  private static List<JsonNode> openOf(String server, RadCase operator) {
    var open = operator.get("api/admin/alerts?state=open&limit=100").json().path("data");
    return StreamSupport.stream(open.spliterator(), false)
        .filter(it -> it.path("kind").asText().equals("hit-rate"))
        .filter(it -> it.path("server").asText().equals(server))
        .toList();
  }

  private static JsonNode history(RadCase operator) {
    return operator.get("api/admin/metrics/history?range=1h").json();
  }

  private static long signInsOfHistory(RadCase operator) {
    return StreamSupport.stream(history(operator).path("routes").spliterator(), false)
        .filter(it -> it.path("route").asText().equals("POST /api/auth/login"))
        .mapToLong(it -> it.path("requests").asLong())
        .sum();
  }

  /** Those of one of them, as it counts them itself. */
  private long signIns(int instance) {
    var http = both.at(instance, first.as("operator"))
        .get("api/admin/metrics")
        .json()
        .path("groups")
        .path("http");
    return StreamSupport.stream(http.spliterator(), false)
        .filter(it -> it.path("name").asText().equals("radcase_http_request_duration_seconds"))
        .flatMap(it -> StreamSupport.stream(it.path("series").spliterator(), false))
        .filter(it -> it.path("labels").path("route").asText().equals("/api/auth/login"))
        .mapToLong(it -> it.path("count").asLong())
        .sum();
  }
}
