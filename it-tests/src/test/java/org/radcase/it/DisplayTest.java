package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class DisplayTest {
  @Test
  void nothing_is_said_until_somebody_says_it(RadCase radcase) {
    var read = radcase.get(ImagedCase.madeBy(radcase).address() + "/display");

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    assertThat(read.text()).isEqualTo("{\"revision\":0}");
  }

  @Test
  void what_was_arranged_is_read_by_learners_without_the_key_images(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var display = Given.json();
    display.putObject("layout").put("rows", 1).put("columns", 2);
    var cell = made.onLower().put("zoom", 1.5).put("rotation", 270);
    cell.put("flipped", true).put("inverted", false);
    cell.putObject("window").put("center", 40).put("width", 400);
    cell.putObject("offset").put("x", 3).put("y", -4.5);
    display.putArray("cells").addNull().add(cell);
    display.putArray("keyImages").add(made.onUpper().put("text", "Quagga"));
    made.put(radcase, "display", display);

    var full = radcase.get(made.address() + "/display").json();
    assertThat(full.path("revision").asInt()).isEqualTo(1);
    assertThat(full.path("layout")).isEqualTo(display.path("layout"));
    assertThat(full.at("/cells/0").isNull()).isTrue();
    assertThat(full.at("/cells/1/seriesUid").asText()).isEqualTo(made.series());
    assertThat(full.at("/cells/1/window/width").asDouble()).isEqualTo(400);
    assertThat(full.at("/cells/1/offset/y").asDouble()).isEqualTo(-4.5);
    assertThat(full.at("/cells/1/rotation").asInt()).isEqualTo(270);
    assertThat(full.at("/cells/1/flipped").asBoolean()).isTrue();
    assertThat(full.at("/keyImages/0/text").asText()).isEqualTo("Quagga");

    var study = radcase.as("learner").get(made.address() + "/display");
    assertThat(study.text()).doesNotContain("Quagga", "keyImages");
    assertThat(study.json().path("cells")).isEqualTo(full.path("cells"));
  }

  @Test
  void a_hanging_protocol_may_stand_alone_and_its_absence_takes_it_away(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);

    made.put(radcase, "display", Given.json().put("hanging", "compare"));
    var named = radcase.get(made.address() + "/display").json();
    assertThat(named.path("hanging").asText()).isEqualTo("compare");
    assertThat(named.has("layout")).isFalse();

    made.put(radcase, "display", Given.json());
    assertThat(radcase.get(made.address() + "/display").json().has("hanging")).isFalse();
  }

  @Test
  void all_faults_are_told_at_once(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var display = Given.json().put("hanging", "upside-down").put("theme", "dark");
    display.putObject("layout").put("rows", 1).put("columns", 4);
    var cell = made.onLower().put("zoom", 0).put("rotation", 45).put("flipped", "yes");
    cell.putObject("window").put("center", "40").put("width", 0).put("level", 1);
    cell.putObject("offset").put("x", 1e300);
    display.putArray("cells").add(cell).add(made.onLower().put("frame", 0)).add(3);
    display
        .putArray("keyImages")
        .add(made.onLower().put("instanceUid", "1.2.3"))
        .addNull();

    var answer = radcase.putJson(made.address() + "/display", display.toString(), "If-Match", "*");

    Expect.faults(
        answer,
        "/hanging",
        "/theme",
        "/layout/columns",
        "/cells/0/zoom",
        "/cells/0/rotation",
        "/cells/0/flipped",
        "/cells/0/window/center",
        "/cells/0/window/width",
        "/cells/0/window/level",
        "/cells/0/offset/x",
        "/cells/1/frame",
        "/cells/2",
        "/keyImages/0/frame",
        "/keyImages/1");
  }

  @Test
  void there_are_not_more_frames_than_viewports(RadCase radcase) {
    var made = SlicedCase.madeBy(radcase);
    var address = made.address() + "/display";
    var display = Given.json();
    display.putArray("cells").add(made.onLower());

    Expect.faults(radcase.putJson(address, display.toString(), "If-Match", "*"), "/cells");
    display.putObject("layout").put("rows", 1).put("columns", 1);
    assertThat(radcase.putJson(address, display.toString(), "If-Match", "*").status())
        .isEqualTo(200);
  }
}
