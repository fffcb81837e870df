package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** In what order, and how often, the viewer asks for slices over a slow line. */
@Tag("own-server")
class ViewerLoadingTest {
  private static final int SLICES = 60;
  private static final int REQUESTS_AT_ONCE = 6;

  /** A slice takes 130 ms of it. */
  private static final double SLOW_MEGABITS = 2;

  private static Chromium chromium;
  private static TomcatServer server;
  private static RadCase educator;
  private static StackCase small;
  private static StackCase stack;
  private Page page;
  private ViewerPage viewer;
  private Line line;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
    educator = server.radcase().as("educator");
    small = StackCase.madeBy(educator, 1);
    stack = StackCase.madeBy(educator, SLICES, 20);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @BeforeEach
  void window() {
    page = chromium.window(educator);
    viewer = new ViewerPage(page);
    // Its scripts are kept then, so that on the slow line are slices alone.
    viewer.open(small.id()).awaitTruePixels();
    line = Line.of(page);
  }

  @AfterEach
  void nothing_was_complained_of() {
    page.context().close();
    assertThat(chromium.takeComplaints()).isEmpty();
  }

  @Test
  void the_slice_that_the_page_begins_with_is_asked_for_before_the_viewer_has_started() {
    line.forget();

    viewer.open(stack.id()).awaitTruePixels();

    var asked = line.requests();
    var firstFrame = asked.indexOf(line.frames().get(0));
    var ofViewer = asked.stream()
        .filter(request -> request.url().endsWith("/api/cases/" + stack.id() + "/display"))
        .findFirst()
        .orElseThrow();
    assertThat(firstFrame).isBetween(0, asked.indexOf(ofViewer));
    assertThat(askedFor(0).get(0)).isEqualTo(viewer.slice());
    assertThat(askedFor(0)).doesNotHaveDuplicates();
  }

  @Test
  void slices_come_in_parallel_and_never_more_than_six_at_once() {
    line.throttle(SLOW_MEGABITS, 40);

    viewer.open(stack.id()).await(Map.of("loaded", Integer.toString(SLICES)));

    assertThat(line.mostFramesInFlight()).isBetween(2, REQUESTS_AT_ONCE);
  }

  @Test
  void slices_come_outward_from_where_the_reader_is() {
    line.throttle(SLOW_MEGABITS, 40);

    var shown = openInTheMiddle();
    viewer.await(Map.of("loaded", Integer.toString(SLICES)));

    var asked = askedFor(0);
    assertThat(asked.get(0)).isEqualTo(shown);
    assertThat(asked).hasSize(SLICES).doesNotHaveDuplicates();
    assertThat(asked.subList(0, 12))
        .allSatisfy(slice -> assertThat(Math.abs(slice - shown)).isLessThan(12));
    assertThat(asked.subList(0, 12))
        .anyMatch(slice -> slice < shown)
        .anyMatch(slice -> slice > shown);
  }

  @Test
  void a_jump_brings_what_is_near_to_its_goal_first() {
    line.throttle(SLOW_MEGABITS, 40);
    openInTheMiddle();
    viewer.awaitTruePixels();

    viewer.press("Home");
    viewer.await(Map.of("slice", "1", "state", "true-pixels"));
    viewer.await(Map.of("loaded", Integer.toString(SLICES)));

    // Without the jump the first slice is among the last to be asked for, and far ones come with
    // it.
    var asked = askedFor(0);
    assertThat(asked.stream().skip(asked.indexOf(1)).limit(REQUESTS_AT_ONCE))
        .hasSize(REQUESTS_AT_ONCE)
        .allSatisfy(slice -> assertThat(slice).isLessThan(12));
  }

  @Test
  void leaving_a_series_cancels_its_requests() {
    line.throttle(SLOW_MEGABITS, 40);
    openInTheMiddle();
    viewer.awaitTruePixels();

    viewer.press("]");

    assertThat(Deadline.ofSeconds(30)
            .until(() -> viewer.says().get("state").equals("true-pixels") && isOf(1)))
        .isTrue();
    assertThat(line.frames())
        .filteredOn(frame -> stack.sliceOf(0, frame) > 0)
        .noneMatch(frame -> frame.end() == Line.End.NONE)
        .anyMatch(frame -> frame.end() == Line.End.CANCELED);
    assertThat(askedFor(0)).hasSizeLessThan(SLICES);
  }

  @Test
  void a_second_visit_is_served_from_the_browsers_cache() {
    viewer.open(stack.id()).await(Map.of("loaded", Integer.toString(SLICES)));
    assertThat(bytesOfFirstSeries()).isGreaterThan(SLICES * StackCase.SIZE * StackCase.SIZE);
    page.navigate("");
    line.forget();

    viewer.open(stack.id()).await(Map.of("loaded", Integer.toString(SLICES)));

    assertThat(askedFor(0)).hasSize(SLICES);
    assertThat(bytesOfFirstSeries()).isZero();
  }

  /** The next series comes as soon as the first one is there, and its frames are on the line too. */
  private double bytesOfFirstSeries() {
    return line.bytes(request -> stack.sliceOf(0, request) > 0);
  }

  /** Returns the slice that is shown. */
  private int openInTheMiddle() {
    viewer.open(stack.id());
    assertThat(Deadline.ofSeconds(60).until(() -> viewer.says().containsKey("slice")))
        .isTrue();
    var shown = viewer.slice();
    assertThat(shown).isBetween(SLICES / 3, 2 * SLICES / 3);
    return shown;
  }

  private boolean isOf(int series) {
    return stack.hrefs().get(series).size() == Integer.parseInt(viewer.says().get("slices"));
  }

  private List<Integer> askedFor(int series) {
    return line.frames().stream()
        .map(frame -> stack.sliceOf(series, frame))
        .filter(slice -> slice > 0)
        .toList();
  }
}
