package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class HeaderTest {
  private static JsonNode element(Answer header, String tag) {
    return StreamSupport.stream(header.json().path("elements").spliterator(), false)
        .filter(element -> element.path("tag").asText().equals(tag))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_header_is_read_without_the_pixels(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);

    var header = radcase.get(made.file() + "/header");

    assertThat(header.status()).as(header.toString()).isEqualTo(200);
    assertThat(header.header("Cache-Control")).isEqualTo("no-store");
    assertThat(element(header, "(0008,0060)").toString())
        .isEqualTo(
            "{\"tag\":\"(0008,0060)\",\"keyword\":\"Modality\",\"vr\":\"CS\",\"value\":\"CT\"}");
    assertThat(element(header, "(0028,0030)").path("value").asText()).isEqualTo("0.5\\0.5");
    assertThat(header.text()).doesNotContain("(7FE0,0010)");
    assertThat(header.json().path("truncated").asBoolean()).isFalse();
  }

  @Test
  void every_real_header_can_be_told(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    radcase.post(address + "/dicom", RealDicom.upload(RealDicom.files("pydicom-data", "*.dcm")));
    var instances = StreamSupport.stream(
            radcase.get(address + "/dicom").json().path("series").spliterator(), false)
        .flatMap(series -> StreamSupport.stream(series.path("frames").spliterator(), false))
        .map(frame -> frame.path("instance").asText())
        .distinct()
        .toList();

    assertThat(instances).isNotEmpty();
    for (var instance : instances) {
      var header = radcase.get(address + "/instances/" + instance + "/header");
      assertThat(header.status()).as(header.toString()).isEqualTo(200);
      assertThat(element(header, "(0008,0018)").path("value").asText()).isEqualTo(instance);
      assertThat(header.bytes()).hasSizeLessThan(2 << 20);
    }
  }

  @Test
  void it_comes_with_the_answer_and_leaves_a_record(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");
    var address = made.file() + "/header";

    Expect.problem(learner.get(address), 403, "case.not-revealed");
    learner.postJson(made.address() + "/reveal", "{\"differential\": []}");
    assertThat(learner.get(address).status()).isEqualTo(200);

    var person = learner.get("api/auth/me").json().path("id").asText();
    assertThat(new TrailReader(radcase.as("admin"))
            .records("action=study-read&person=" + person + "&study=" + made.study()))
        .hasSize(1);
  }

  @Test
  void an_instance_of_another_case_is_not_there(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var other = ImagedCase.madeBy(radcase);

    Expect.problem(
        radcase.get(made.address() + "/instances/" + other.instance() + "/header"),
        404,
        "instance.not-found");
  }
}
