package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcase.it.Given;
import org.radcase.it.RadCase;
import org.radcase.it.browser.Chromium;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * The viewer on series of CT slices, from an empty cache: over a line of 30 Mbit/s and 40 ms and over
 * none, with the processor as it is and four times slower; beside a plain Cornerstone3D page on the same
 * Tomcat. {@code -Dradcase.viewer.slices=60,600} chooses the series, {@code -Dradcase.viewer.repeats=5}
 * how often the first image is looked at.
 */
class ViewerBench {
  private static final double MEGABITS = 30;
  private static final int LATENCY_MILLIS = 40;
  private static final Visit.Conditions WARM_UP = new Visit.Conditions(0, 0, 1);
  private static final List<Visit.Conditions> CONDITIONS = List.of(
      new Visit.Conditions(MEGABITS, LATENCY_MILLIS, 1),
      new Visit.Conditions(MEGABITS, LATENCY_MILLIS, 4),
      new Visit.Conditions(0, 0, 1),
      new Visit.Conditions(0, 0, 4));

  private static final int[] SLICES = Stream.of(
          System.getProperty("radcase.viewer.slices", "60,200,600,1000").split(","))
      .mapToInt(Integer::parseInt)
      .toArray();
  private static final int REPEATS = Integer.getInteger("radcase.viewer.repeats", 20);
  private static final double RAW_BYTES_A_SLICE = 512 * 512 * 2;

  private final Figures figures = new Figures("Viewer");

  /** Whose page is measured, and where it shows a case. */
  private enum Page {
    RADCASE("RadCase", "cases/"),
    CORNERSTONE("Cornerstone3D", PeerPage.ADDRESS);

    private final String name;
    private final String address;

    Page(String name, String address) {
      this.name = name;
      this.address = address;
    }
  }

  /** A case of so many slices, and who looks at it with what. */
  private record Scene(Chromium chromium, RadCase educator, String caseId, int slices) {
    Visit visit(Page page, Visit.Conditions conditions) {
      return Visit.to(chromium.window(educator), page.address + caseId, conditions);
    }
  }

  @Test
  void viewer() {
    var settings = Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true");
    try (var chromium = Chromium.startWithoutGpu();
        var server = TomcatServer.onSqliteBeside(settings, PeerPage::lay)) {
      var educator = server.radcase().as("educator");
      for (var slices : SLICES) {
        var scene = new Scene(chromium, educator, upload(educator, slices), slices);
        for (var page : Page.values()) {
          // Compiled code and warm files first: the figures of the first visit say nothing.
          scene.visit(page, WARM_UP).close();
          for (var conditions : CONDITIONS) {
            firstImages(scene, page, conditions);
            allSlices(scene, page, conditions);
          }
        }
      }
    }
    figures.publish();
  }

  private static String upload(RadCase educator, int slices) {
    var address = Given.addressOf(Given.aCase(educator));
    for (var request : SyntheticCt.requests(SyntheticCt.slices(slices)))
      assertThat(educator.post(address + "/dicom", request).status()).isEqualTo(200);
    var frames = educator.get(address + "/dicom").json().at("/series/0/frames");
    assertThat(Deadline.ofSeconds(600).until(() -> isPacked(educator, frames))).isTrue();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** They are packed in the order in which they came; one that is not is packed when it is asked for. */
  private static boolean isPacked(RadCase educator, JsonNode frames) {
    for (var frame : frames) {
      var href = frame.path("href").asText();
      var packed = educator.send("HEAD", href, "", "", "Accept", "image/jls");
      if (!packed.header("Content-Type").startsWith("image/jls")) return false;
    }
    return true;
  }

  private void firstImages(Scene scene, Page page, Visit.Conditions conditions) {
    var first = new ArrayList<Double>();
    var truePixels = new ArrayList<Double>();
    for (var i = 0; i < REPEATS; i++) {
      try (var visit = scene.visit(page, conditions)) {
        first.add(visit.firstImage());
        truePixels.add(visit.firstTruePixels());
      }
    }
    var what = what(page, scene.slices(), conditions);
    figures.add(
        what + ": first image, ms (median, p95; goal p95 < 300)", "%s", medianAndP95(first));
    figures.add(
        what + ": first true pixels, ms (median, p95; goal p95 < 500), software GL",
        "%s",
        medianAndP95(truePixels));
  }

  private void allSlices(Scene scene, Page page, Visit.Conditions conditions) {
    try (var visit = scene.visit(page, conditions)) {
      var all = visit.allSlices();
      var bytes = visit.bytes();
      var raw = scene.slices() * RAW_BYTES_A_SLICE;
      var what = what(page, scene.slices(), conditions);
      figures.add(what + ": all slices, s", "%.2f", all / 1000);
      if (conditions.megabits() > 0) {
        var needed = bytes * 8 / (conditions.megabits() * 1000);
        figures.add(
            what + ": all slices over the time that the bytes need (goal ≤ 1.15)",
            "%.2f",
            all / needed);
      }
      figures
          .add(
              what + ": bytes over the line, MB, and share of raw (goal ≤ 0.45)",
              "%.1f, %.2f",
              bytes / 1e6,
              bytes / raw)
          .add(
              what + ": most requests for frames in flight (goal ≤ 6)",
              "%d",
              visit.mostFramesInFlight())
          .add(
              what + ": long tasks before true pixels (count, total ms, longest ms)",
              "%s",
              visit.longTasksBeforeTruePixels())
          .add(
              what + ": long tasks after true pixels (goal: none)",
              "%s",
              visit.longTasksAfterTruePixels())
          .add(
              what + ": scrolling (frames/s, goal 60; slices drawn/s; longest frame ms)",
              "%s",
              visit.scroll())
          .add(what + ": long tasks until after scrolling", "%s", visit.longTasksAfterTruePixels())
          .add(what + ": JS heap of the page, MB", "%.0f", visit.heapBytes() / 1e6);
    }
  }

  private static String what(Page page, int slices, Visit.Conditions conditions) {
    return "%s, %d slices, %s".formatted(page.name, slices, conditions);
  }

  private static String medianAndP95(List<Double> values) {
    var all = values.stream().mapToDouble(value -> value).toArray();
    return String.format(
        Locale.ROOT, "%.0f, %.0f", Figures.percentile(0.5, all), Figures.percentile(0.95, all));
  }
}
