package org.radcase.it.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.radcase.it.Answer;
import org.radcase.it.Given;
import org.radcase.it.ImagedCase;
import org.radcase.it.RadCase;
import org.radcase.it.bench.SyntheticCt;
import org.radcase.it.server.Deadline;

/**
 * What is read: a full page of published cases, one of which has a series of CT slices, and its
 * frames packed.
 *
 * @param author of all of them
 * @param address of the case with the series
 * @param series as the manifest tells it
 * @param slice the first file
 */
record Scene(
    RadCase educator,
    RadCase learner,
    String author,
    String address,
    JsonNode series,
    byte[] slice) {
  static final String PACKED = "image/jls, */*";

  private static final int ROWS = 24;
  private static final int SLICES = 10;
  private static final String TEXT = "Hydronephrosis of the left kidney, with a stone. ".repeat(8);

  static Scene madeBy(RadCase educator, RadCase learner) {
    for (var i = 1; i < ROWS; i++) ImagedCase.madeBy(educator);
    var made = Given.aCase(
        educator,
        Given.json()
            .put("presentation", "Flank pain and fever, woman, 58")
            .put("clinicalHistory", TEXT)
            .put("findings", TEXT)
            .put("diagnosis", "Obstructive pyelonephritis")
            .put("modality", "CT")
            .put("visibility", "institution"));
    var address = Given.addressOf(made);
    var slices = SyntheticCt.slices(SLICES);
    upload(educator, address, slices);
    ok(educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*"));
    awaitPacked(educator, address);
    var series = ok(learner.get(address + "/dicom")).json().at("/series/0");
    return new Scene(educator, learner, made.at("/author/id").asText(), address, series, slices[0]);
  }

  static void upload(RadCase educator, String address, byte[][] slices) {
    for (var request : SyntheticCt.requests(slices)) ok(educator.post(address + "/dicom", request));
  }

  /** What came in is packed in the background, which takes the processors that are measured. */
  static void awaitPacked(RadCase educator, String address) {
    var frames = ok(educator.get(address + "/dicom")).json().at("/series/0/frames");
    for (var frame : frames) {
      var href = frame.path("href").asText();
      assertThat(Deadline.ofSeconds(120).until(() -> ok(educator.get(href, "Accept", PACKED))
              .header("Content-Type")
              .startsWith("image/jls")))
          .isTrue();
    }
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    return answer;
  }

  String list() {
    return "api/cases?limit=" + ROWS;
  }

  /** The same list, as nobody has asked for it before. */
  String listNeverAskedFor() {
    return list() + "&author=" + author + "&author=00000000-0000-7000-8000-{fresh}";
  }

  String facets() {
    return "api/cases/facets";
  }

  String manifest() {
    return address + "/dicom";
  }

  String instance() {
    return address + "/instances/" + series.at("/frames/0/instance").asText();
  }

  /** Addresses in the manifest begin at the server's root. */
  String frame() {
    return series.at("/frames/0/href").asText().replaceFirst("^/", "");
  }

  /** Where a reader draws, and what. */
  String drawing() {
    return address + "/annotations/own";
  }

  String arrow() {
    var arrow = Given.json()
        .put("id", "a-1")
        .put("type", "arrow")
        .put("text", "Here")
        .put("seriesUid", series.path("uid").asText())
        .put("instanceUid", series.at("/frames/0/instance").asText())
        .put("frame", 1);
    var points = arrow.putArray("points");
    points.addArray().add(10).add(20);
    points.addArray().add(30).add(40);
    var body = Given.json();
    body.putArray("annotations").add(arrow);
    return body.toString();
  }
}
