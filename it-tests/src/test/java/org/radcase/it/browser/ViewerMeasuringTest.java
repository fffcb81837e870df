package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcase.it.browser.Phantom.AXIAL;
import static org.radcase.it.browser.Phantom.PLAIN;

import com.microsoft.playwright.Locator;
import java.awt.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.browser.OnImage.Place;

/** Each measuring tool, used on an image of known spacing and values, tells the figures that arithmetic does. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerMeasuringTest {
  /** Figures are told in tenths. */
  private static final double TOLD = 0.05 + 1e-6;

  private static final double COLUMN_SPACING = 0.5;
  private static final double ROW_SPACING = 1;

  private ViewerPage viewer;
  private OnImage image;

  @BeforeEach
  void open(ReadingRoom room) {
    viewer = room.open("learner", room.aCase(Phantom::twoImages));
    image = OnImage.of(viewer.stage(), AXIAL);
  }

  @Test
  void a_length_is_in_millimetres_of_rows_and_columns_that_differ() {
    var a = image.at(10, 10);
    var b = image.at(50, 30);

    viewer.takeUp("l");
    image.drag(a, b);

    assertThat(figure("(.+) mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
  }

  @Test
  void a_length_drawn_by_two_clicks_after_choosing_it_from_the_menu_is_the_same() {
    var a = image.at(10, 10);
    var b = image.at(50, 30);

    viewer.chooseTool("Measure", "Length");
    viewer.awaitDrawingTool();
    image.click(a, b);

    assertThat(figure("(.+) mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
  }

  @Test
  void a_length_drawn_by_keys_alone_is_told_to_who_hears_the_page() {
    viewer.takeUp("l");
    viewer.press("ArrowLeft", "Enter", "Shift+ArrowRight", "ArrowDown", "ArrowDown", "Enter");

    assertThat(figure("(.+) mm"))
        .isCloseTo(Math.hypot(10 * COLUMN_SPACING, 2 * ROW_SPACING), within(TOLD));
    assertThat(viewer.page().locator("body > [role=status]").first())
        .containsText("Length, 5.4 mm");
  }

  @Test
  void a_length_drawn_with_a_finger_is_the_same() {
    var fingers = new Fingers(viewer.page());
    var a = image.at(20, 20);
    var b = image.at(40, 35);

    viewer.chooseTool("Measure", "Length");
    viewer.awaitDrawingTool();
    fingers.drag(a, b);

    assertThat(figure("(.+) mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
  }

  @Test
  void a_length_is_the_same_on_a_screen_of_finer_pixels(ReadingRoom room) {
    var caseId = room.aCase(Phantom::twoImages);
    viewer = room.openOnPhone("learner", caseId);
    image = OnImage.of(viewer.stage(), AXIAL);
    var a = image.at(20, 20);
    var b = image.at(50, 30);

    viewer.takeUp("l");
    image.click(a, b);

    assertThat(figure("(.+) mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
  }

  @Test
  void a_length_follows_its_end_that_is_moved_and_comes_back_by_undo() {
    var a = image.at(10, 10);
    var b = image.at(50, 30);
    var c = image.at(20, 40);
    viewer.takeUp("l");
    image.drag(a, b);
    viewer.press("l");

    image.drag(b, c);
    assertThat(figure("(.+) mm")).isCloseTo(a.to(c, AXIAL), within(TOLD));

    viewer.press("Control+z");
    assertThat(figure("(.+) mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
    viewer.press("Control+Shift+Z");
    assertThat(figure("(.+) mm")).isCloseTo(a.to(c, AXIAL), within(TOLD));
  }

  @Test
  void an_angle_is_that_of_the_patient_not_of_the_pixels() {
    var a = image.at(50, 10);
    var vertex = image.at(20, 20);
    var b = image.at(45, 40);

    viewer.takeUp("g");
    image.click(a, vertex, b);

    var expected = Math.abs(direction(vertex, a) - direction(vertex, b));
    assertThat(figure("(.+)°")).isCloseTo(expected, within(TOLD));
  }

  @Test
  void a_cobb_angle_lies_between_two_lines_that_do_not_meet() {
    var a = image.at(10, 12);
    var b = image.at(50, 8);
    var c = image.at(10, 36);
    var d = image.at(50, 44);

    viewer.takeUp("c");
    image.drag(a, b);
    image.drag(c, d);

    var expected = Math.abs(direction(a, b) - direction(c, d));
    assertThat(figure("(.+)°")).isCloseTo(expected, within(TOLD));
  }

  @Test
  void two_diameters_are_square_on_one_another_until_one_is_moved() {
    var a = image.at(10, 24);
    var b = image.at(54, 24);
    viewer.takeUp("b");
    image.drag(a, b);
    assertThat(figure("(.+) × .+ mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
    assertThat(figure(".+ × (.+) mm")).isCloseTo(a.to(b, AXIAL) / 2, within(TOLD));
    viewer.press("b");

    var middle = image.at(32, 24);
    var shortEnd = image.at(middle.column(), middle.row() + a.to(b, AXIAL) / 4 / ROW_SPACING);
    var lower = image.at(middle.column(), shortEnd.row() + 3);
    image.drag(shortEnd, lower);

    assertThat(figure("(.+) × .+ mm")).isCloseTo(a.to(b, AXIAL), within(TOLD));
    assertThat(figure(".+ × (.+) mm"))
        .isCloseTo(a.to(b, AXIAL) / 2 + shortEnd.to(lower, AXIAL), within(TOLD));
  }

  @Test
  void an_ellipse_tells_its_area_and_the_values_inside() {
    var a = image.at(12, 8);
    var b = image.at(49, 37);

    viewer.takeUp("e");
    image.drag(a, b);

    var box = Region.box(a, b);
    assertRegion(Region.ellipse(a, b), box.getWidth() * box.getHeight() * Math.PI / 4);
  }

  @Test
  void a_rectangle_tells_its_area_and_the_values_inside() {
    var a = image.at(49, 37);
    var b = image.at(12, 8);

    viewer.takeUp("q");
    image.drag(a, b);

    var box = Region.box(a, b);
    assertRegion(box, box.getWidth() * box.getHeight());
  }

  @Test
  void an_outline_by_hand_tells_its_area_and_the_values_inside() {
    var bend = new Place[] {
      image.at(10, 10),
      image.at(50, 12),
      image.at(48, 30),
      image.at(30, 28),
      image.at(28, 42),
      image.at(9, 40)
    };

    viewer.takeUp("d");
    image.drag(bend);

    assertRegion(Region.outline(bend), shoelace(bend));
  }

  @Test
  void an_outline_that_crosses_itself_tells_no_area() {
    viewer.takeUp("d");
    image.drag(image.at(10, 10), image.at(50, 40), image.at(50, 10), image.at(10, 40));

    assertThat(label()).containsText("crosses itself");
    assertThat(label()).not().containsText("Area");
  }

  @Test
  void a_probe_tells_the_value_and_what_is_stored() {
    var place = image.at(20.5, 30.5);

    viewer.takeUp("k");
    image.click(place);

    var expected = AXIAL.values()[30 * 64 + 20];
    assertThat(figure("(.+) HU")).isEqualTo(expected);
    assertThat(figure("Stored (.+)")).isEqualTo(Phantom.storedValue(expected));
  }

  @Test
  void an_arrow_bears_the_text_that_was_typed_with_letters_that_are_keys() {
    viewer.takeUp("a");
    image.drag(image.at(20, 20), image.at(40, 30));
    viewer.page().keyboard().type("nodule, if real");
    viewer.press("Enter");

    assertThat(label()).hasText("nodule, if real");
    assertThat(viewer.stage().locator("[data-annotation]"))
        .hasAttribute("aria-label", "Arrow, nodule, if real, yours");
  }

  @Test
  void without_spacing_figures_are_in_pixels_and_say_so() {
    viewer.press("]");
    viewer.awaitTruePixels();
    var plain = OnImage.of(viewer.stage(), PLAIN);
    var a = plain.at(5, 5);
    var b = plain.at(25, 20);

    viewer.takeUp("l");
    plain.drag(a, b);
    assertThat(figure("(.+) px, uncalibrated")).isCloseTo(a.to(b, PLAIN), within(TOLD));

    viewer.press("q");
    var c = plain.at(8, 22);
    var d = plain.at(30, 35);
    plain.drag(c, d);
    var box = Region.box(c, d);
    assertThat(figure("Area (.+) px², uncalibrated"))
        .isCloseTo(box.getWidth() * box.getHeight(), within(TOLD));
    assertThat(viewer.stage().locator(".corner.bottom-left")).containsText("uncalibrated");
  }

  @Test
  void marks_and_overlays_are_hidden_and_shown_by_a_key() {
    viewer.takeUp("l");
    image.drag(image.at(10, 10), image.at(50, 30));
    assertThat(label()).isVisible();

    viewer.press("j");
    assertThat(label()).isHidden();

    viewer.press("j");
    assertThat(label()).isVisible();
  }

  @Test
  void a_chosen_mark_is_removed_by_the_delete_key() {
    viewer.takeUp("l");
    image.drag(image.at(10, 10), image.at(50, 30));
    assertThat(label()).isVisible();

    viewer.press("Delete");

    assertThat(viewer.stage().locator("[data-annotation]")).hasCount(0);
  }

  /** Degrees, as it lies in the patient. */
  private static double direction(Place from, Place to) {
    return Math.toDegrees(Math.atan2(
        (to.row() - from.row()) * ROW_SPACING, (to.column() - from.column()) * COLUMN_SPACING));
  }

  /** In pixels. */
  private static double shoelace(Place[] places) {
    var doubled = 0.0;
    for (var i = 0; i < places.length; i++) {
      var next = places[(i + 1) % places.length];
      doubled += places[i].column() * next.row() - next.column() * places[i].row();
    }
    return Math.abs(doubled) / 2;
  }

  /** @param pixels its area */
  private void assertRegion(Shape region, double pixels) {
    var inside = Region.in(region, AXIAL);
    assertThat(figure("Area (.+) mm²"))
        .isCloseTo(pixels * COLUMN_SPACING * ROW_SPACING, within(TOLD));
    assertThat(figure("Mean (.+) HU, SD .+")).isCloseTo(inside.mean(), within(TOLD));
    assertThat(figure("Mean .+ HU, SD (.+)")).isCloseTo(inside.sd(), within(TOLD));
    assertThat(figure("Min (.+), max .+")).isEqualTo(inside.min());
    assertThat(figure("Min .+, max (.+)")).isEqualTo(inside.max());
    assertThat(viewer.page().locator(".annotation.own.selected"))
        .hasAttribute(
            "aria-label",
            Pattern.compile(
                ".*, " + String.format(Locale.ROOT, "%,d", inside.count()) + " pixels, yours"));
  }

  private Locator label() {
    return viewer.stage().locator(".annotation.own.selected text");
  }

  /** The number in the line of the chosen mark's label that is like this. */
  private double figure(String line) {
    assertThat(label()).not().isEmpty();
    viewer.await(Map.of());
    var pattern = Pattern.compile(line);
    List<String> lines = label().locator("tspan").allTextContents();
    var found =
        lines.stream().map(pattern::matcher).filter(match -> match.matches()).findFirst();
    assertThat(found).as("%s in %s", line, lines).isPresent();
    return Double.parseDouble(found.get().group(1).replace("−", "-").replace(",", ""));
  }
}
