package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcase.it.SlicedCase.annotation;
import static org.radcase.it.SlicedCase.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class AnnotationsTest {
  @Test
  void a_drawing_is_read_as_it_was_written(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var arrow = annotation("a-1", "arrow", made.onUpper(), 1.25, 2.5, 8, 9).put("text", "Here");
    var written = radcase.putJson(
        made.address() + "/annotations/own",
        list("annotations", arrow, annotation("l-1", "length", made.onLower(), -3.5, 0, 16, 15))
            .toString(),
        "If-Match",
        "\"0\"");

    assertThat(written.status()).as(written.toString()).isEqualTo(200);
    assertThat(written.header("ETag")).startsWith("\"1");
    assertThat(written.header("Cache-Control")).isEqualTo("no-store");
    assertThat(written.json().path("revision").asInt()).isEqualTo(1);
    var read = radcase.get(made.address() + "/annotations");
    assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    assertThat(read.json().path("own")).isEqualTo(written.json());
    assertThat(read.json().at("/own/annotations/0/text").asText()).isEqualTo("Here");
    assertThat(read.json().at("/own/annotations/0/points/0").toString()).isEqualTo("[1.25,2.5]");
    assertThat(read.json().at("/own/annotations/1").has("text")).isFalse();
    assertThat(read.json().at("/shared/revision").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "length, 2, 2",
    "angle, 3, 3",
    "cobb, 4, 4",
    "bidirectional, 4, 4",
    "ellipse, 2, 2",
    "rectangle, 2, 2",
    "freehand, 3, 1000",
    "probe, 1, 1",
    "arrow, 2, 2"
  })
  void each_kind_has_its_points(String type, int least, int most, RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var address = made.address() + "/annotations/own";

    for (var count : new int[] {least, most}) {
      var body = list("annotations", annotation("a", type, made.onLower(), new double[2 * count]));
      assertThat(radcase.putJson(address, body.toString(), "If-Match", "*").status())
          .isEqualTo(200);
    }
    for (var count : new int[] {least - 1, most + 1}) {
      var body = list("annotations", annotation("a", type, made.onLower(), new double[2 * count]));
      Expect.faults(
          radcase.putJson(address, body.toString(), "If-Match", "*"), "/annotations/0/points");
    }
  }

  @Test
  void nobody_else_reads_ones_own(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var secret = annotation("a", "arrow", made.onLower(), 1, 1, 2, 2).put("text", "Quagga");
    made.put(radcase.as("learner"), "annotations/own", list("annotations", secret));

    for (var who : new String[] {"learner2", "educator", "educator2", "director", "admin"}) {
      var seen = radcase.as(who).get(made.address() + "/annotations");
      assertThat(seen.status()).as(who).isEqualTo(200);
      assertThat(seen.text()).as(who).doesNotContain("Quagga");
      assertThat(seen.json().at("/own/revision").asInt()).as(who).isZero();
    }
    assertThat(radcase.as("learner").get(made.address() + "/annotations").text())
        .contains("Quagga");
  }

  @Test
  void those_of_the_case_come_with_the_answer(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var shared = annotation("a", "arrow", made.onLower(), 1, 1, 2, 2).put("text", "Quagga");
    made.put(radcase, "annotations/shared", list("annotations", shared));
    var learner = People.aNew(radcase, "learner");

    var before = learner.get(made.address() + "/annotations");
    assertThat(before.json().has("shared")).isFalse();
    assertThat(before.text()).doesNotContain("Quagga");
    Expect.problem(
        learner.putJson(
            made.address() + "/annotations/shared", "{\"annotations\": []}", "If-Match", "*"),
        403,
        "case.not-editable");
    learner.postJson(made.address() + "/reveal", "{\"differential\": []}");

    assertThat(learner
            .get(made.address() + "/annotations")
            .json()
            .at("/shared/annotations/0/text")
            .asText())
        .isEqualTo("Quagga");
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotations/own", "annotations/shared", "display", "key-findings"})
  void a_write_must_say_which_revision_it_means(String what, RadCase radcase) {
    var address = ImagedCase.madeBy(radcase).address() + "/" + what;
    var body = what.equals("display")
        ? "{}"
        : what.equals("key-findings") ? "{\"findings\": []}" : "{\"annotations\": []}";

    Expect.problem(radcase.putJson(address, body), 428, "precondition.required");
    Expect.problem(radcase.putJson(address, body, "If-Match", "\"1\""), 412, "reading.stale");
    var first = radcase.putJson(address, body, "If-Match", "\"0\"");
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    Expect.problem(radcase.putJson(address, body, "If-Match", "\"0\""), 412, "reading.stale");
    var second = radcase.putJson(address, body, "If-Match", first.header("ETag"));
    assertThat(second.json().path("revision").asInt()).as(second.toString()).isEqualTo(2);
  }

  @Test
  void all_faults_are_told_at_once(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var good = annotation("a", "probe", made.onLower(), 1, 1);
    var twice = annotation("a", "probe", made.onLower(), 1, 1);
    var nowhere = annotation("b", "probe", made.onLower().put("frame", 2), 1, 1);
    var wrongSeries =
        annotation("c", "probe", made.onLower().put("seriesUid", made.plainSeries()), 1, 1);
    var strange = annotation("d e", "star", made.onLower(), 1, 1).put("colour", "red");
    strange.put("text", "x".repeat(301));
    var far = annotation("f", "probe", made.onLower(), 1e300, 1);
    var empty = Given.json();

    var answer = radcase.putJson(
        made.address() + "/annotations/own",
        list("annotations", good, twice, nowhere, wrongSeries, strange, far, empty)
            .put("revision", 7)
            .put("name", "x")
            .toString(),
        "If-Match",
        "*");

    Expect.faults(
        answer,
        "/revision",
        "/name",
        "/annotations/1/id",
        "/annotations/2/frame",
        "/annotations/3/frame",
        "/annotations/4/id",
        "/annotations/4/type",
        "/annotations/4/text",
        "/annotations/4/colour",
        "/annotations/5/points",
        "/annotations/6/id",
        "/annotations/6/type",
        "/annotations/6/seriesUid",
        "/annotations/6/instanceUid",
        "/annotations/6/frame",
        "/annotations/6/points");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"annotations\": null}",
        "{\"annotations\": {}}",
        "{\"annotations\": [null]}",
        "{\"annotations\": [[]]}",
        "{\"annotations\": [\"a\"]}"
      })
  void what_is_no_list_of_annotations_is_refused(String body, RadCase radcase) {
    var address = ImagedCase.madeBy(radcase).address() + "/annotations/own";

    Expect.problem(radcase.putJson(address, body, "If-Match", "*"), 422, "body.invalid");
    assertThat(
            radcase.get(address.replace("/own", "")).json().at("/own/revision").asInt())
        .isZero();
  }

  @Test
  void there_are_so_many_and_no_more(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var address = made.address() + "/annotations/own";

    assertThat(radcase
            .putJson(address, many(made, 500, 1).toString(), "If-Match", "*")
            .status())
        .isEqualTo(200);
    Expect.faults(
        radcase.putJson(address, many(made, 501, 1).toString(), "If-Match", "*"), "/annotations");
    Expect.faults(
        radcase.putJson(address, many(made, 21, 1_000).toString(), "If-Match", "*"),
        "/annotations");
    assertThat(radcase
            .putJson(address, many(made, 20, 1_000).toString(), "If-Match", "*")
            .status())
        .isEqualTo(200);
  }

  private static ObjectNode many(SlicedCase made, int count, int points) {
    var type = points == 1 ? "probe" : "freehand";
    var all = new ObjectNode[count];
    for (var i = 0; i < count; i++) {
      all[i] = annotation("a" + i, type, made.onLower(), new double[2 * points]);
    }
    return list("annotations", all);
  }

  @Test
  void drawings_on_images_that_are_taken_off_are_left_out(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    made.put(
        radcase,
        "annotations/shared",
        list(
            "annotations",
            annotation("a", "probe", made.onLower(), 1, 1),
            annotation("b", "probe", made.onPlain(), 1, 1)));

    var removed = radcase.delete(made.address() + "/series/" + made.plainSeries());

    assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
    var left = radcase.get(made.address() + "/annotations").json().at("/shared/annotations");
    assertThat(left).hasSize(1);
    assertThat(left.at("/0/id").asText()).isEqualTo("a");
  }

  @Test
  void a_case_is_deleted_with_all_that_was_drawn_and_tried(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var body = list("annotations", annotation("a", "probe", made.onLower(), 1, 1));
    made.put(radcase.as("learner"), "annotations/own", body);
    made.put(radcase, "annotations/shared", body);
    made.put(radcase, "display", Given.json().put("hanging", "single"));
    var point = made.onLower();
    point.putArray("point").add(1).add(1);
    radcase.as("learner").postJson(made.address() + "/key-findings/attempts", point.toString());

    var deleted = radcase.delete(made.address(), "If-Match", "*");

    assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
    Expect.problem(radcase.get(made.address() + "/annotations"), 404, "case.not-found");
  }

  @Test
  void what_is_written_for_all_leaves_a_record_and_what_is_ones_own_none(RadCase radcase) {
    var educator = People.aNew(radcase, "educator");
    var made = SlicedCase.madeBy(educator);
    made.put(educator, "annotations/own", list("annotations"));
    made.put(educator, "annotations/shared", list("annotations"));
    made.put(educator, "display", Given.json());
    made.put(educator, "key-findings", list("findings"));

    var id = made.address().substring("api/cases/".length());
    var records = new TrailReader(radcase.as("admin")).records("action=case-changed&case=" + id);

    assertThat(records)
        .extracting(it -> it.path("detail").asText())
        .containsExactlyInAnyOrder("annotations", "display", "key-findings");
  }
}
