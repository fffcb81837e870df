package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A published case of two axial CT slices, 4 mm apart, whose pixels are 2 mm high and 0.5 mm wide;
 * and of a third image in a series of its own, whose size and place nobody knows.
 */
record SlicedCase(
    String address, String series, String lower, String upper, String plainSeries, String plain) {
  private static final int PIXEL_SPACING = 0x00280030;
  private static final int IMAGE_ORIENTATION = 0x00200037;

  static SlicedCase madeBy(RadCase educator) {
    var address = Given.addressOf(Given.aCase(
        educator,
        Given.json()
            .put("presentation", "Cough, man, 61")
            .put("diagnosis", "Carcinoid")
            .put("visibility", "institution")));
    var study = DicomFile.freshUid();
    var series = DicomFile.freshUid();
    var lower = slice(study, series, "0\\0\\0");
    var upper = slice(study, series, "0\\0\\4");
    var plainSeries = DicomFile.freshUid();
    var plain = new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, plainSeries)
        .without(PIXEL_SPACING)
        .without(IMAGE_ORIENTATION)
        .without(DicomFile.IMAGE_POSITION);
    var uploaded = educator.post(
        address + "/dicom",
        new Multipart()
            .file("lower.dcm", lower.bytes())
            .file("upper.dcm", upper.bytes())
            .file("plain.dcm", plain.bytes()));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var published = educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    return new SlicedCase(
        address,
        series,
        lower.instanceUid(),
        upper.instanceUid(),
        plainSeries,
        plain.instanceUid());
  }

  private static DicomFile slice(String study, String series, String position) {
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, series)
        .text(PIXEL_SPACING, "DS", "2\\0.5")
        .text(DicomFile.IMAGE_POSITION, "DS", position);
  }

  ObjectNode onLower() {
    return on(series, lower);
  }

  ObjectNode onUpper() {
    return on(series, upper);
  }

  ObjectNode onPlain() {
    return on(plainSeries, plain);
  }

  private static ObjectNode on(String series, String instance) {
    return Given.json().put("seriesUid", series).put("instanceUid", instance).put("frame", 1);
  }

  /** An annotation of these points, column and row in turn. */
  static ObjectNode annotation(String id, String type, ObjectNode frame, double... points) {
    var annotation = Given.json().put("id", id).put("type", type);
    annotation.setAll(frame);
    addPoints(annotation, points);
    return annotation;
  }

  /** A key finding that learners are to find. */
  static ObjectNode finding(String id, ObjectNode frame, String shape, double... points) {
    var finding = Given.json().put("id", id).put("text", "Zebra " + id).put("findable", true);
    finding.setAll(frame);
    addPoints(finding.putObject("shape").put("type", shape), points);
    return finding;
  }

  private static void addPoints(ObjectNode to, double... points) {
    var list = to.putArray("points");
    for (var i = 0; i < points.length; i += 2) list.addArray().add(points[i]).add(points[i + 1]);
  }

  static ObjectNode list(String name, ObjectNode... entries) {
    var body = Given.json();
    var list = body.putArray(name);
    for (var entry : entries) list.add(entry);
    return body;
  }

  /** Puts it there, whatever was there before. */
  void put(RadCase who, String what, ObjectNode body) {
    var written = who.putJson(address + "/" + what, body.toString(), "If-Match", "*");
    assertThat(written.status()).as(written.toString()).isEqualTo(200);
  }
}
