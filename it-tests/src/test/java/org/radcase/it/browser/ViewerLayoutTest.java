package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcase.it.browser.Phantom.AXIAL;
import static org.radcase.it.browser.Phantom.SAGITTAL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several series beside one another: layouts, what scrolls together, lines, crosshair, and planes through a volume. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerLayoutTest {
  /** CSS pixels. */
  private static final double NEAR = 1;

  private ViewerPage viewer;

  @BeforeEach
  void open(ReadingRoom room) {
    viewer = room.open("learner", room.patient());
  }

  @Test
  void a_key_goes_through_the_layouts_and_the_menu_has_them_all() {
    for (var cells : new int[] {2, 4, 1}) {
      viewer.press("Shift+G");
      assertThat(cells()).hasCount(cells);
    }

    viewer.button("Layout").click();
    viewer.page().locator("[data-layout='3x3']").click();

    assertThat(cells()).hasCount(9);
    // Four series: the other cells say what may come there.
    assertThat(cells().nth(8)).containsText("Drag a series here");
  }

  @Test
  void a_series_is_dragged_from_the_strip_into_a_cell() {
    viewer.press("Shift+G");
    viewer.page().locator("[data-strip] button").nth(2).dragTo(cell(1));

    assertThat(cell(1)).hasAttribute("aria-label", "CT, image 5 of 8");
    assertThat(cell(0)).hasAttribute("aria-label", "CT, image 5 of 9");
    viewer.await(Map.of("slices", "8"));
    viewer.press(",");
    viewer.await(Map.of("slices", "9"));
  }

  @Test
  void series_of_one_plane_scroll_together_by_place_until_that_is_switched_off() {
    viewer.press("Shift+G");
    assertPlaces("8 mm", "8 mm");

    viewer.press("ArrowDown", "ArrowDown");
    assertPlaces("12 mm", "12 mm");
    assertThat(cell(0).locator(".bottom-right")).containsText("7 / 9");
    assertThat(cell(1).locator(".bottom-right")).containsText("4 / 5");

    viewer.press("y", "ArrowDown");
    assertPlaces("14 mm", "12 mm");
  }

  @Test
  void a_line_shows_where_the_active_image_cuts_the_others() {
    viewer.press("Shift+G", "Shift+G");
    viewer.await(Map.of("slice", "5"));

    var line = cell(2).locator("svg.lines line.active");
    assertThat(line).hasCount(1);

    // The axial slice lies at 8 mm, 10 rows of 1 mm below the sagittal's first, and is as wide.
    var sagittal = OnImage.of(cell(2), SAGITTAL);
    assertLine(line, sagittal.inCell(0, 10.5), sagittal.inCell(48, 10.5));
    viewer.press("u");
    assertThat(line).hasCount(0);
  }

  @Test
  void the_crosshair_turns_every_series_to_the_place_that_was_clicked() {
    viewer.press("Shift+G", "Shift+G");
    viewer.await(Map.of("slice", "5"));
    viewer.press("x");
    var axial = OnImage.of(cell(0), AXIAL);
    var place = axial.at(50, 12);

    axial.click(place);

    var x = AXIAL.place(place.column() - 0.5, place.row() - 0.5, 4)[0];
    var y = AXIAL.place(place.column() - 0.5, place.row() - 0.5, 4)[1];
    var nearest = Math.round((SAGITTAL.origin()[0] - x) / 4) + 1;
    assertThat(cell(2)).hasAttribute("aria-label", "CT, image " + nearest + " of 8");
    // The cross has four arms, the first to the left of the place.
    var sagittal = OnImage.of(cell(2), SAGITTAL);
    var there = sagittal.inCell(y - SAGITTAL.origin()[1] + 0.5, 10.5);
    var arms = cell(2).locator("svg.lines line.active");
    assertThat(arms).hasCount(5);
    assertThat(number(arms.nth(1), "y1")).isCloseTo(there.y(), within(NEAR));
    assertThat((number(arms.nth(1), "x1") + number(arms.nth(2), "x1")) / 2)
        .isCloseTo(there.x(), within(NEAR));
  }

  @Test
  void a_volume_is_cut_in_three_planes_that_scroll_one_by_one() {
    viewer.press("Shift+M");

    assertPlanes("axial, plane 5 of 9", "coronal, plane 25 of 48", "sagittal, plane 33 of 64");
    plane("coronal").hover();
    viewer.page().mouse().wheel(0, 100);
    assertPlanes("axial, plane 5 of 9", "coronal, plane 26 of 48", "sagittal, plane 33 of 64");
    assertThat(plane("coronal").locator(".edge.top")).hasText("H");
    assertThat(plane("coronal").locator(".edge.right")).hasText("L");
    assertThat(plane("sagittal").locator(".edge.left")).hasText("A");

    viewer.press("Shift+M");
    assertThat(cells()).hasCount(1);
    viewer.await(Map.of("slice", "5", "slices", "9"));
  }

  @Test
  void a_click_in_a_plane_leads_the_others_and_the_stack_there() {
    viewer.press("Shift+M");
    assertThat(plane("coronal")).hasAttribute("data-state", "true-pixels");
    var box = plane("coronal").boundingBox();
    // Edge to edge it is 32 mm wide and 18 mm high, from 17 mm at the top.
    var zoom = Math.min(box.width / 32, box.height / 18);
    var x = -10.25;
    var z = 14.0;

    viewer
        .page()
        .mouse()
        .click(box.x + box.width / 2 + x * zoom, box.y + box.height / 2 - (z - 8) * zoom);

    assertPlanes("axial, plane 8 of 9", "coronal, plane 25 of 48", "sagittal, plane 12 of 64");
    assertThat(cell(3)).hasAttribute("aria-label", "CT, image 8 of 9");
  }

  @Test
  void a_slab_is_as_thick_as_chosen_and_shows_what_is_chosen() {
    viewer.press("Shift+M");
    var mode = viewer.page().getByLabel("Slab shows");
    assertThat(mode).isHidden();

    viewer.page().getByLabel("Slab", exactly()).selectOption("10");
    assertThat(plane("axial").locator(".top-left")).containsText("MIP, 10 mm");
    mode.selectOption("average");

    for (var name : new String[] {"axial", "coronal", "sagittal"})
      assertThat(plane(name).locator(".top-left")).containsText("Average, 10 mm");
  }

  @Test
  void a_series_that_is_no_volume_says_why() {
    viewer.press("]", "]", "]");
    viewer.await(Map.of("slices", "1", "state", "true-pixels"));

    viewer.press("Shift+M");

    assertThat(viewer.page().locator(".toast"))
        .containsText("A reconstruction needs at least three slices.");
    assertThat(cells()).hasCount(1);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private Locator cells() {
    return viewer.stage().locator(".cell");
  }

  private Locator cell(int number) {
    return cells().nth(number);
  }

  private Locator plane(String name) {
    return viewer.stage().locator("[data-plane=" + name + "]");
  }

  private void assertPlaces(String left, String right) {
    assertThat(cell(0).locator(".bottom-right")).containsText(left);
    assertThat(cell(1).locator(".bottom-right")).containsText(right);
  }

  private void assertPlanes(String... names) {
    Arrays.stream(names).forEach(name -> assertThat(plane(name.substring(0, name.indexOf(','))))
        .hasAttribute("aria-label", "Reconstruction, " + name));
  }

  private static void assertLine(Locator line, OnImage.Place from, OnImage.Place to) {
    var xs = new double[] {number(line, "x1"), number(line, "x2")};
    Arrays.sort(xs);
    assertThat(xs[0]).isCloseTo(from.x(), within(NEAR));
    assertThat(xs[1]).isCloseTo(to.x(), within(NEAR));
    assertThat(number(line, "y1")).isCloseTo(from.y(), within(NEAR));
    assertThat(number(line, "y2")).isCloseTo(to.y(), within(NEAR));
  }

  private static double number(Locator line, String attribute) {
    return Double.parseDouble(line.getAttribute(attribute));
  }
}
