package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

/** What lies over images: overlay planes and segmentations, which may name the answer. */
@ExtendWith(AtHand.class)
class OverlaysTest {
  private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

  /** A slice with one overlay plane, of which the first pixel and the last of the first row are marked. */
  private static DicomFile marked() {
    var bits = new byte[16 * 16 / 8];
    bits[0] = 1;
    bits[1] = (byte) 0x80;
    return new DicomFile()
        .number(0x60000010, 16)
        .number(0x60000011, 16)
        .text(0x60000040, "CS", "G")
        .put(0x60000050, "SS", new byte[] {1, 0, 1, 0})
        .number(0x60000100, 1)
        .number(0x60000102, 0)
        .put(0x60003000, "OW", bits);
  }

  private static String published(RadCase educator, DicomFile... files) {
    var fields = Given.json()
        .put("presentation", "Headache, man, 30")
        .put("diagnosis", "Cavernoma")
        .put("visibility", "institution");
    var address = Given.addressOf(Given.aCase(educator, fields));
    var body = new Multipart();
    for (var file : files) body.file(file.instanceUid(), file.bytes());
    done(educator.post(address + "/dicom", body));
    done(educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*"));
    return address;
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private static JsonNode series(RadCase person, String address) {
    return person.get(address + "/dicom").json().path("series");
  }

  @Test
  void overlays_come_with_the_answer_and_may_be_kept_for_ever(RadCase radcase) {
    var address = published(radcase.as("educator"), marked());
    var href =
        series(radcase.as("educator"), address).at("/0/frames/0/overlays").asText();
    var learner = radcase.as("learner");

    assertThat(series(learner, address).at("/0/frames/0").has("overlays")).isFalse();
    var early = learner.get(href);
    assertThat(early.status()).isEqualTo(403);
    assertThat(early.json().path("code").asText()).isEqualTo("case.not-revealed");

    done(learner.postJson(address + "/reveal", "{\"differential\": []}"));

    var overlays = learner.get(href);
    assertThat(overlays.status()).as(overlays.toString()).isEqualTo(200);
    assertThat(overlays.bytes()).hasSize(32).startsWith(1, 0x80, 0);
    assertThat(overlays.header("Cache-Control")).contains("immutable");
    assertThat(learner.get(href, "If-None-Match", overlays.header("ETag")).status())
        .isEqualTo(304);
    assertThat(series(learner, address).at("/0/frames/0/overlays").asText()).isEqualTo(href);
  }

  @Test
  void an_image_without_overlays_has_none_and_a_frame_too_far_is_not_there(RadCase radcase) {
    var educator = radcase.as("educator");
    var file = new DicomFile();
    var address = published(educator, file);
    var overlays = address + "/instances/" + file.instanceUid() + "/overlays";

    assertThat(series(educator, address).at("/0/frames/0").has("overlays")).isFalse();
    assertThat(educator.get(overlays).bytes()).hasSize(32).containsOnly(0);
    for (var frame : new String[] {"0", "2", "x", "-1", "4294967297"}) {
      Expect.problem(educator.get(overlays + "?frame=" + frame), 404, "frame.not-found");
    }
  }

  @Test
  void a_segmentation_is_not_there_for_a_learner_before_the_answer(RadCase radcase) {
    var educator = radcase.as("educator");
    var study = DicomFile.freshUid();
    var slice = new DicomFile().uid(DicomFile.STUDY_INSTANCE_UID, study);
    var segmentation = new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SOP_CLASS_UID, SEGMENTATION)
        .text(DicomFile.MODALITY, "CS", "SEG");
    var address = published(educator, slice, segmentation);
    var frame = address + "/instances/" + segmentation.instanceUid() + "/frames/1";
    var learner = radcase.as("learner");

    assertThat(series(educator, address)).hasSize(2);
    assertThat(educator.get(frame).status()).isEqualTo(200);
    assertThat(series(learner, address)).hasSize(1);
    assertThat(series(learner, address).at("/0/modality").asText()).isEqualTo("CT");
    for (var path : new String[] {"/frames/1", "/rendered"}) {
      var hidden = learner.get(address + "/instances/" + segmentation.instanceUid() + path);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.json().path("code").asText()).isEqualTo("instance.not-found");
    }

    done(learner.postJson(address + "/reveal", "{\"differential\": []}"));

    assertThat(series(learner, address)).hasSize(2);
    assertThat(learner.get(frame).status()).isEqualTo(200);
  }

  @Test
  void the_cover_of_a_case_is_an_image_and_not_what_lies_over_it(RadCase radcase) {
    var educator = radcase.as("educator");
    var study = DicomFile.freshUid();
    var slice = new DicomFile().uid(DicomFile.STUDY_INSTANCE_UID, study);
    var segmentation = new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SOP_CLASS_UID, SEGMENTATION);
    var address = published(educator, segmentation, slice);

    var thumbnail = educator.get(address).json().path("thumbnail").asText();

    assertThat(radcase.as("learner").get(thumbnail).status()).isEqualTo(200);
  }
}
