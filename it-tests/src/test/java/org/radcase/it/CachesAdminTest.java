package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;
import org.radcase.it.server.Deadline;

/** What operators see of the caches and do with them, whatever provider keeps the entries. */
@ExtendWith(AtHand.class)
class CachesAdminTest {
  private static final String CACHES = "api/admin/caches";
  private static final List<String> NAMES = List.of(
      "sessions",
      "cases",
      "dicom-metadata",
      "thumbnails",
      "window-levels",
      "case-search",
      "user-progress",
      "responses");

  private static void expect(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }

  private static String entry(String cache, String key) {
    return CACHES + "/" + cache + "/entries?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  /** A case that somebody has read, so that it is kept; returns its key. */
  private static String keyOfAKeptCase(RadCase radcase) {
    var made = Given.aCase(radcase);
    expect(200, radcase.get(Given.addressOf(made)));
    return "case:" + made.path("id").asText();
  }

  private static JsonNode cache(RadCase operator, String name) {
    return StreamSupport.stream(operator.get(CACHES).json().path("caches").spliterator(), false)
        .filter(it -> it.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "educator", "director", "admin"})
  void only_operators_see_and_steer_the_caches(String who, RadCase radcase) {
    var person = radcase.as(who);
    for (var refused : List.of(
        person.get(CACHES),
        person.get(entry("cases", "case:1")),
        // Without a key too: what is wrong with a request is not hers to learn.
        person.get(CACHES + "/cases/entries"),
        person.delete(entry("cases", "case:1")),
        person.delete(CACHES),
        person.delete(CACHES + "?tag=case:1"),
        person.delete(CACHES + "/cases"),
        person.postJson(CACHES + "/benchmark", "{}"),
        person.postJson(CACHES + "/warm-up", "{}"))) {
      Expect.problem(refused, 403, "admin.not-allowed");
    }
    assertThat(radcase.as("operator").get(CACHES).status()).isEqualTo(200);
  }

  @Test
  void the_caches_are_told_with_their_figures(RadCase radcase) {
    var answer = radcase.as("operator").get(CACHES);

    expect(200, answer);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var told = answer.json();
    assertThat(told.path("provider").asText()).isIn("ehcache", "redis");
    assertThat(told.path("cluster").isBoolean()).isTrue();
    assertThat(told.path("alerts").isArray()).isTrue();
    assertThat(told.at("/warmUp/state").asText()).isIn("never", "running", "done");
    assertThat(told.path("caches").findValuesAsText("name")).isEqualTo(NAMES);
    for (var cache : told.path("caches")) {
      var as = cache.toString();
      var looks = cache.path("hits").asLong() + cache.path("misses").asLong();
      assertThat(cache.path("provider").asText()).as(as).isIn("ehcache", "redis");
      if (looks == 0) assertThat(cache.path("hitRate").isNull()).as(as).isTrue();
      else assertThat(cache.path("hitRate").asDouble()).as(as).isBetween(0.0, 1.0);
      assertThat(cache.path("bytes").asLong())
          .as(as)
          .isBetween(0L, cache.path("maxBytes").asLong());
      assertThat(cache.path("ttlSeconds").asLong()).as(as).isPositive();
      assertThat(cache.path("averageGetMicros").asDouble()).as(as).isNotNegative();
    }
  }

  @Test
  void redis_is_told_with_what_it_says_of_itself_while_it_answers(RadCase radcase) {
    var redis = radcase.as("operator").get(CACHES).json().path("redis");

    var state = redis.path("state").asText();
    assertThat(state).isIn("off", "away", "connected");
    assertThat(redis.path("since").asText()).endsWith("Z");
    assertThat(redis.path("address").asText()).as("no user, no password").doesNotContain("@");
    assertThat(redis.path("version").isNull()).isEqualTo(!state.equals("connected"));
    assertThat(redis.path("failures").asLong())
        .isBetween(0L, redis.path("operations").asLong());
  }

  @Test
  void a_look_that_finds_something_counts_as_a_hit(RadCase radcase) {
    var operator = radcase.as("operator");
    var before = cache(operator, "cases").path("hits").asLong();

    var address = Given.addressOf(Given.aCase(radcase));
    for (var i = 0; i < 5; i++) expect(200, radcase.get(address));

    assertThat(cache(operator, "cases").path("hits").asLong()).isGreaterThan(before);
  }

  @Test
  void an_entry_is_looked_up_and_removed(RadCase radcase) {
    var operator = radcase.as("operator");
    var key = keyOfAKeptCase(radcase);

    var found = operator.get(entry("cases", key));

    expect(200, found);
    assertThat(found.header("Cache-Control")).isEqualTo("no-store");
    var facts = found.json();
    assertThat(facts.path("key").asText()).isEqualTo(key);
    assertThat(facts.path("bytes").asLong()).isPositive();
    assertThat(facts.path("storedAt").asText())
        .isLessThan(facts.path("expiresAt").asText());
    assertThat(facts.path("tags").toString()).contains("\"" + key + "\"");
    assertThat(found.text()).as("what it holds stays in it").doesNotContain("Flank");
    assertThat(operator.delete(entry("cases", key)).status()).isEqualTo(204);
    Expect.problem(operator.get(entry("cases", key)), 404, "cache.no-entry");
    Expect.problem(operator.delete(entry("cases", key)), 404, "cache.no-entry");
  }

  @Test
  void what_has_a_tag_is_outdated_at_once(RadCase radcase) {
    var operator = radcase.as("operator");
    var key = keyOfAKeptCase(radcase);
    var other = keyOfAKeptCase(radcase);

    assertThat(operator.delete(CACHES + "?tag=" + key).status()).isEqualTo(204);

    Expect.problem(operator.get(entry("cases", key)), 404, "cache.no-entry");
    assertThat(operator.get(entry("cases", other)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {CACHES + "/cases", CACHES})
  void a_cache_is_cleared_alone_and_with_all_others(String address, RadCase radcase) {
    var operator = radcase.as("operator");
    var key = keyOfAKeptCase(radcase);

    assertThat(operator.delete(address).status()).isEqualTo(204);

    Expect.problem(operator.get(entry("cases", key)), 404, "cache.no-entry");
    assertThat(radcase.get("api/cases/" + key.substring(5)).status()).isEqualTo(200);
    assertThat(radcase.get("api/auth/me").status()).as("sessions live on").isEqualTo(200);
  }

  @Test
  void a_cache_that_does_not_exist_is_not_found(RadCase radcase) {
    var operator = radcase.as("operator");

    Expect.problem(operator.get(entry("pixels", "a")), 404, "cache.not-found");
    Expect.problem(operator.delete(entry("pixels", "a")), 404, "cache.not-found");
    Expect.problem(operator.delete(CACHES + "/pixels"), 404, "cache.not-found");
    Expect.problem(operator.delete(CACHES + "/CASES"), 404, "cache.not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /cases/entries",
    "GET, /cases/entries?key=",
    "GET, /cases/entries?key=%20",
    "GET, /cases/entries?key=a&key=b",
    "GET, /cases/entries?key=a%00b",
    "GET, /cases/entries?key=a&all=true",
    "DELETE, /cases/entries",
    "DELETE, ?tag=",
    "DELETE, ?tag=a&tag=b",
    "DELETE, ?tags=a",
  })
  void what_is_not_said_clearly_does_nothing(String method, String query, RadCase radcase) {
    var operator = radcase.as("operator");
    var key = keyOfAKeptCase(radcase);

    Expect.problem(operator.send(method, CACHES + query, "", ""), 400, "request.parameter");

    assertThat(operator.get(entry("cases", key)).status()).isEqualTo(200);
  }

  @Test
  void a_key_that_is_too_long_is_refused(RadCase radcase) {
    var operator = radcase.as("operator");

    Expect.problem(
        operator.get(entry("cases", "case:" + "x".repeat(4096))), 400, "request.parameter");
    Expect.problem(operator.delete(CACHES + "?tag=" + "x".repeat(4097)), 400, "request.parameter");
  }

  @Test
  void the_benchmark_tells_how_long_getting_and_setting_take(RadCase radcase) {
    var answer = radcase.as("operator").postJson(CACHES + "/benchmark", "{}");

    expect(200, answer);
    var figures = answer.json();
    assertThat(figures.path("provider").asText()).isIn("ehcache", "redis");
    assertThat(figures.path("rounds").asInt()).isEqualTo(1000);
    for (var act : List.of("get", "set")) {
      assertThat(figures.path(act + "P50Micros").asLong())
          .as(figures.toString())
          .isBetween(0L, figures.path(act + "P95Micros").asLong());
    }
  }

  @Test
  void a_warm_up_that_is_asked_for_is_reported(RadCase radcase) {
    var operator = radcase.as("operator");

    expect(202, operator.postJson(CACHES + "/warm-up", "{}"));

    var done = Deadline.ofSeconds(60)
        .until(() -> operator.get(CACHES).json().at("/warmUp/state").asText().equals("done"));
    var warmUp = operator.get(CACHES).json().path("warmUp");
    assertThat(done).as(warmUp.toString()).isTrue();
    assertThat(warmUp.path("startedAt").asText())
        .isLessThanOrEqualTo(warmUp.path("finishedAt").asText());
    assertThat(warmUp.path("failures").asInt()).isZero();
  }

  @Test
  void every_act_leaves_a_record(RadCase radcase) {
    var operator = radcase.as("operator");
    var trail = new TrailReader(operator);
    var key = keyOfAKeptCase(radcase);

    expect(204, operator.delete(entry("cases", key)));
    expect(204, operator.delete(CACHES + "?tag=" + key));
    var measured = trail.records("action=cache-measured").size();
    expect(200, operator.postJson(CACHES + "/benchmark", "{}"));

    var id = key.substring(5);
    assertThat(trail.records("action=cache-cleared&q=" + id))
        .extracting(it -> it.path("object").asText() + ", " + it.path("detail").asText())
        .containsExactly("all, tag " + key, "cases, key " + key);
    assertThat(trail.records("action=cache-measured").size()).isGreaterThan(measured);
  }
}
