package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;
import org.radcase.it.server.Deadline;

/** What viewers tell of visits, and what administrators learn of it. */
@ExtendWith(AtHand.class)
class ViewerMeasurementsTest {
  private static final String MEASUREMENTS = "api/viewer-measurements";
  private static final String SPEED = "api/admin/viewer";
  private static final String VISIT =
      """
      {"device": "tablet", "connection": "4g", "previewMillis": 212, "truePixelsMillis": 431,
       "wholeSeriesMillis": 2900, "frames": 60, "frameKilobytes": 12346, "longTasks": 2,
       "longestTaskMillis": 121, "memoryKilobytes": 31457, "heapKilobytes": 54000,
       "scriptErrors": 0, "missingFrames": 1}""";

  /** Counts are written every ten seconds. */
  private static final long PATIENCE_SECONDS = 60;

  private static long visits(RadCase administrator, String measure) {
    var figures = administrator.get(SPEED + "?days=1").json().path("figures");
    return StreamSupport.stream(figures.spliterator(), false)
        .filter(it -> it.path("measure").asText().equals(measure))
        .filter(it -> it.path("device").asText().equals("tablet"))
        .mapToLong(it -> it.path("visits").asLong())
        .sum();
  }

  @Test
  void a_visit_is_counted_and_soon_told_to_administrators(RadCase radcase) {
    var operator = radcase.as("operator");
    var before = visits(operator, "previewMillis");

    var answer = radcase.as("learner").postJson(MEASUREMENTS, VISIT);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    var told = Deadline.ofSeconds(PATIENCE_SECONDS)
        .until(() -> visits(operator, "previewMillis") > before);
    assertThat(told).isTrue();
    var speed = operator.get(SPEED + "?days=1");
    assertThat(speed.header("Cache-Control")).isEqualTo("no-store");
    assertThat(speed.json().path("stepHours").asInt()).isEqualTo(1);
    assertThat(speed.json().path("goals").toString())
        .isEqualTo("[{\"measure\":\"previewMillis\",\"p95\":300},"
            + "{\"measure\":\"truePixelsMillis\",\"p95\":500}]");
    assertThat(speed.json().path("connections").findValuesAsText("connection")).contains("4g");
    for (var figure : speed.json().path("figures")) {
      var as = figure.toString();
      assertThat(figure.path("steps")).as(as).isNotEmpty();
      assertThat(figure.path("p50").asLong())
          .as(as)
          .isLessThanOrEqualTo(figure.path("p75").asLong());
      assertThat(figure.path("p95").asLong())
          .as(as)
          .isLessThanOrEqualTo(figure.path("p99").asLong());
    }
  }

  @Test
  void what_a_browser_could_not_measure_may_be_absent(RadCase radcase) {
    var answer =
        radcase.as("learner").postJson(MEASUREMENTS, "{\"device\":\"phone\",\"frames\":0}");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "educator", "director"})
  void only_administrators_see_the_figures(String who, RadCase radcase) {
    var person = radcase.as(who);

    Expect.problem(person.get(SPEED), 403, "admin.not-allowed");
    // What is wrong with a request is not hers to learn.
    Expect.problem(person.get(SPEED + "?days=31"), 403, "admin.not-allowed");
    assertThat(person.get("admin/viewer").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "operator"})
  void administrators_see_seven_days_if_they_do_not_say_how_many(String who, RadCase radcase) {
    var speed = radcase.as(who).get(SPEED);

    assertThat(speed.status()).isEqualTo(200);
    assertThat(speed.json().path("stepHours").asInt()).isEqualTo(24);
    assertThat(radcase.as(who).get(SPEED + "?days=30").status()).isEqualTo(200);
    assertThat(radcase.as(who).get("admin/viewer").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days=0",
        "days=31",
        "days=007",
        "days=-1",
        "days=1.5",
        "days=x",
        "days=",
        "days=99999999999",
        "days=1&days=2",
        "institution=1"
      })
  void a_time_that_is_none_is_refused(String query, RadCase radcase) {
    Expect.problem(radcase.as("operator").get(SPEED + "?" + query), 400, "request.parameter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                        | /device /frames",
        "{'device': 'fridge', 'frames': 1}                         | /device",
        "{'device': 7, 'frames': null}                             | /device /frames",
        "{'device': 'phone', 'frames': -1}                         | /frames",
        "{'device': 'phone', 'frames': 1000001}                    | /frames",
        "{'device': 'phone', 'frames': 1e99}                       | /frames",
        "{'device': 'phone', 'frames': 1.5}                        | /frames",
        "{'device': 'phone', 'frames': '60'}                       | /frames",
        "{'device': 'phone', 'frames': [60]}                       | /frames",
        "{'device': 'phone', 'frames': 99999999999999999999}       | /frames",
        "{'device': 'phone', 'frames': 1, 'previewMillis': 3600001} | /previewMillis",
        "{'device': 'phone', 'frames': 1, 'previewMillis': {}}     | /previewMillis",
        "{'device': 'phone', 'frames': 1, 'connection': '5g'}      | /connection",
        "{'device': 'phone', 'frames': 1, 'connection': 'fast'}    | /connection",
        "{'device': 'phone', 'frames': 1, 'case': 'x', 'who': 'y'} | /case /who",
      })
  void what_no_viewer_sends_is_refused_with_every_fault(
      String body, String pointers, RadCase radcase) {
    var answer = radcase.as("learner").postJson(MEASUREMENTS, body.replace('\'', '"'));

    Expect.faults(answer, pointers.split(" "));
  }

  @Test
  void what_is_no_measurement_at_all_is_refused(RadCase radcase) {
    var learner = radcase.as("learner");

    Expect.problem(learner.postJson(MEASUREMENTS, "["), 400, "json.malformed");
    Expect.problem(
        learner.postJson(MEASUREMENTS, "{\"frames\":1,\"frames\":2}"), 400, "json.malformed");
    Expect.problem(learner.postJson(MEASUREMENTS, "[]"), 422, "body.invalid");
    Expect.problem(
        learner.send("POST", MEASUREMENTS, "text/plain", VISIT), 415, "media-type.unsupported");
    Expect.problem(radcase.asStranger().postJson(MEASUREMENTS, VISIT), 401, "auth.required");
    Expect.problem(
        learner.postJson(MEASUREMENTS, VISIT, "Sec-Fetch-Site", "cross-site"),
        403,
        "request.cross-site");
  }

  @Test
  void who_sends_more_than_sixty_an_hour_is_told_when_to_come_back(RadCase radcase) {
    var person = radcase.as("educator2");
    for (var i = 0; i < 60; i++) {
      assertThat(person.postJson(MEASUREMENTS, VISIT).status()).isEqualTo(204);
    }

    var answer = person.postJson(MEASUREMENTS, VISIT);

    Expect.problem(answer, 429, "viewing.too-many");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3601);
  }
}
