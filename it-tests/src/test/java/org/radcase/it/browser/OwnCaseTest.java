package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.RealDicom;
import org.radcase.it.server.TomcatServer;

/** An educator makes a case of a real CT study, and reads it. */
@Tag("own-server")
class OwnCaseTest {
  private static Chromium chromium;
  private static TomcatServer server;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.window(server.radcase().as("educator"));
  }

  @Test
  void a_real_ct_series_is_uploaded_through_the_page_and_read_to_the_last_grey_level() {
    var radcase = server.radcase().as("educator");
    var files = RealDicom.files("ct-series-philips/S2010", "I*");

    page.navigate("cases/new");
    page.getByLabel("Clinical history").fill("Planning of a biopsy, man, 61");
    page.locator("[data-files]").setInputFiles(files.toArray(Path[]::new));
    assertThat(page.locator("[data-series] li")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("cases/[0-9a-f-]{36}/edit"));
    assertThat(page.locator("[data-saved]")).hasText(Pattern.compile("[Ss]aved"));
    var address = page.url().replace("/edit", "");
    var manifest = radcase
        .get("api/" + address.substring(address.indexOf("cases/")) + "/dicom")
        .json();
    var dicomFiles = manifest.at("/series/0/frames").size();
    assertThat(dicomFiles).isGreaterThan(50);

    page.navigate(address);
    var stage = page.locator("[data-stage]");
    assertThat(stage).hasAttribute("data-state", "true-pixels");
    assertThat(stage).hasAttribute("data-slices", Integer.toString(dicomFiles));
    assertThat(stage).hasAttribute("data-loaded", Integer.toString(dicomFiles));

    var before = Integer.parseInt(stage.getAttribute("data-slice"));
    stage.hover();
    page.mouse().wheel(0, 100);
    assertThat(stage).hasAttribute("data-slice", Integer.toString(before + 1));

    var viewer = new ViewerPage(page);
    viewer.hideOverlays();
    viewer.press("o");
    var says = viewer.await(Map.of("zoom", "1", "state", "true-pixels"));
    var frame = manifest.at("/series/0/frames/" + before);
    var file = fileOf(files, frame.path("instance").asText());
    assertThat(chromium.takeComplaints()).isEmpty();
    var size = manifest.at("/series/0/image/rows").asInt();
    assertSamePixels(viewer.picture(size, size), file, says);
  }

  private static byte[] fileOf(List<Path> files, String instanceUid) {
    return files.stream()
        .map(RealDicom::bytes)
        .filter(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(instanceUid))
        .findFirst()
        .orElseThrow();
  }

  /** The file is uncompressed with its pixels at the end; slope 1 and intercept -1024, as its header says. */
  private static void assertSamePixels(BufferedImage shown, byte[] file, Map<String, String> says) {
    var size = shown.getWidth();
    var samples = ByteBuffer.wrap(file, file.length - 2 * size * size, 2 * size * size)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer();
    var center = Double.parseDouble(says.get("windowCenter"));
    var width = Double.parseDouble(says.get("windowWidth"));
    var worst = 0.0;
    for (var y = 0; y < size; y++) {
      for (var x = 0; x < size; x++) {
        var expected = linear(samples.get(y * size + x) - 1024, center, width);
        worst = Math.max(worst, Math.abs(expected - shown.getRaster().getSample(x, y, 0)));
      }
    }
    assertThat(worst)
        .as("grey levels at center %s, width %s", center, width)
        .isLessThanOrEqualTo(1);
  }

  /** Source: PS3.3 C.11.2.1.2.1, for a display of 256 grey levels. */
  private static double linear(double value, double center, double width) {
    if (value <= center - 0.5 - (width - 1) / 2) return 0;
    if (value > center - 0.5 + (width - 1) / 2) return 255;
    return ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
  }
}
