package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcase.it.SlicedCase.finding;
import static org.radcase.it.SlicedCase.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class KeyFindingsTest {
  private static Answer attempt(
      RadCase who, SlicedCase made, ObjectNode frame, double column, double row) {
    frame.putArray("point").add(column).add(row);
    return who.postJson(made.address() + "/key-findings/attempts", frame.toString());
  }

  @Test
  void findings_are_read_in_full_as_they_were_written(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var polygon = finding("p", made.onLower(), "polygon", 1, 1, 5, 1, 5, 5);
    var ellipse = finding("e", made.onUpper(), "ellipse", 1, 1, 5, 5)
        .put("toleranceMm", 2.5)
        .put("findable", false);
    made.put(radcase, "key-findings", list("findings", polygon, ellipse));

    var read = radcase.get(made.address() + "/key-findings");

    assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    assertThat(read.header("ETag")).startsWith("\"1");
    assertThat(read.json().path("revision").asInt()).isEqualTo(1);
    assertThat(read.json().at("/findings/0/text").asText()).isEqualTo("Zebra p");
    assertThat(read.json().at("/findings/0/toleranceMm").asDouble()).isEqualTo(5);
    assertThat(read.json().at("/findings/0/findable").asBoolean()).isTrue();
    assertThat(read.json().at("/findings/0/shape/points")).hasSize(3);
    assertThat(read.json().at("/findings/1/toleranceMm").asDouble()).isEqualTo(2.5);
    assertThat(read.json().at("/findings/1/findable").asBoolean()).isFalse();
  }

  @Test
  void a_learner_finds_them_by_millimetres_and_reads_no_words(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    made.put(
        radcase,
        "key-findings",
        list(
            "findings",
            finding("a", made.onLower(), "point", 4.5, 4.5),
            finding("b", made.onLower(), "point", 4.5, 1_000),
            finding("h", made.onLower(), "point", 4.5, 4.5).put("findable", false)));
    var learner = People.aNew(radcase, "learner");

    var start = learner.get(made.address() + "/key-findings");
    assertThat(start.text()).isEqualTo("{\"toFind\":2,\"found\":[],\"attemptsLeft\":30}");

    // 12 rows of 2 mm below.
    var missed = attempt(learner, made, made.onLower(), 4.5, 16.5);
    assertThat(missed.text()).isEqualTo("{\"verdict\":\"missed\",\"left\":2,\"attemptsLeft\":29}");
    // 3 rows below: 6 mm. 16 columns beside: 8 mm.
    var near = attempt(learner, made, made.onLower(), 20.5, 7.5).json();
    assertThat(near.path("verdict").asText()).isEqualTo("near");
    assertThat(near.path("distanceMm").asDouble()).isCloseTo(10, within(1e-9));
    assertThat(near.has("finding")).isFalse();
    // On the slice above, 4 mm away, 6 columns beside: 3 mm.
    var found = attempt(learner, made, made.onUpper(), 10.5, 4.5);
    assertThat(found.json().path("verdict").asText()).isEqualTo("found");
    assertThat(found.json().path("distanceMm").asDouble()).isCloseTo(5, within(1e-9));
    assertThat(found.json().at("/finding/id").asText()).isEqualTo("a");
    assertThat(found.json().at("/finding/instanceUid").asText()).isEqualTo(made.lower());
    assertThat(found.json().at("/finding/shape/type").asText()).isEqualTo("point");
    assertThat(found.json().path("left").asInt()).isEqualTo(1);
    assertThat(found.json().path("attemptsLeft").asInt()).isEqualTo(27);

    var after = learner.get(made.address() + "/key-findings");
    assertThat(after.json().path("found")).hasSize(1);
    assertThat(after.json().at("/found/0")).isEqualTo(found.json().path("finding"));
    for (var answer : new Answer[] {start, missed, found, after}) {
      assertThat(answer.text()).doesNotContain("Zebra", "text", "tolerance");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    learner.postJson(made.address() + "/reveal", "{\"differential\": []}");
    assertThat(learner.get(made.address() + "/key-findings").text()).contains("Zebra b");
  }

  @Test
  void where_the_size_of_pixels_is_not_known_ten_of_them_are_near_enough(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    made.put(
        radcase,
        "key-findings",
        list("findings", finding("a", made.onPlain(), "point", 2, 2).put("toleranceMm", 0)));

    var found = attempt(radcase, made, made.onPlain(), 8, 10).json();
    var near = attempt(radcase, made, made.onPlain(), 2, 32).json();

    assertThat(found.path("verdict").asText()).isEqualTo("found");
    assertThat(found.path("distancePixels").asDouble()).isEqualTo(10);
    assertThat(found.has("distanceMm")).isFalse();
    assertThat(near.path("verdict").asText()).isEqualTo("near");
    assertThat(near.path("distancePixels").asDouble()).isEqualTo(30);
  }

  @Test
  void another_series_is_not_where_it_is(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    made.put(
        radcase, "key-findings", list("findings", finding("a", made.onLower(), "point", 2, 2)));

    assertThat(
            attempt(radcase, made, made.onPlain(), 2, 2).json().path("verdict").asText())
        .isEqualTo("missed");
  }

  @Test
  void there_are_thirty_attempts_for_everybody(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");

    for (var left = 29; left >= 0; left--) {
      assertThat(attempt(learner, made, made.onLower(), 1, 1)
              .json()
              .path("attemptsLeft")
              .asInt())
          .isEqualTo(left);
    }

    Expect.problem(
        attempt(learner, made, made.onLower(), 1, 1), 409, "key-findings.no-attempts-left");
    assertThat(attempt(radcase, made, made.onLower(), 1, 1)
            .json()
            .path("attemptsLeft")
            .asInt())
        .isEqualTo(29);
  }

  @Test
  void an_attempt_that_is_refused_counts_for_nothing(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var learner = radcase.as("learner");
    var address = made.address() + "/key-findings/attempts";

    Expect.faults(
        learner.postJson(address, "{\"x\": 1}"),
        "/point",
        "/seriesUid",
        "/instanceUid",
        "/frame",
        "/x");
    Expect.faults(attempt(learner, made, made.onLower().put("frame", 2), 1, 1), "/frame");
    Expect.faults(attempt(learner, made, made.onLower(), 1e300, 1), "/point");
    var flat = made.onLower();
    flat.putArray("point").add(1);
    Expect.faults(learner.postJson(address, flat.toString()), "/point");

    assertThat(learner
            .get(made.address() + "/key-findings")
            .json()
            .path("attemptsLeft")
            .asInt())
        .isEqualTo(30);
  }

  @Test
  void all_faults_of_findings_are_told_at_once(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var flat = finding("a", made.onLower(), "ellipse", 1, 1, 1, 5).put("toleranceMm", 101);
    var few = finding("b", made.onLower(), "polygon", 1, 1, 5, 1);
    var strange = finding("b", made.onLower().put("frame", 7), "star", 1, 1);
    strange.put("findable", 1).put("text", "a\nb");
    var bare = made.onLower().put("id", "d");

    var answer = radcase.putJson(
        made.address() + "/key-findings",
        list("findings", flat, few, strange, bare).toString(),
        "If-Match",
        "*");

    Expect.faults(
        answer,
        "/findings/0/shape/points",
        "/findings/0/toleranceMm",
        "/findings/1/shape/points",
        "/findings/2/id",
        "/findings/2/frame",
        "/findings/2/shape/type",
        "/findings/2/findable",
        "/findings/2/text",
        "/findings/3/shape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "learner2", "educator2", "director"})
  void only_who_may_edit_the_case_writes_them(String who, RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);

    Expect.problem(
        radcase
            .as(who)
            .putJson(made.address() + "/key-findings", "{\"findings\": []}", "If-Match", "*"),
        403,
        "case.not-editable");
  }
}
