package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcase.it.browser.Phantom.AXIAL;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.browser.OnImage.Place;

/** Each tool for looking at an image: windows, zoom, turning, the magnifier, cine. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerLookTest {
  private static final int COLUMNS = AXIAL.size()[0];

  /** At 1:1, where pixels are twice as high as wide. */
  private static final int HEIGHT = AXIAL.size()[1] * 2;

  /** Rows of the screen that lie between two rows of the image are a mixture of them. */
  private static final int GREY_LEVELS = 2;

  private ReadingRoom room;
  private ViewerPage viewer;
  private OnImage image;

  @BeforeEach
  void open(ReadingRoom room) {
    this.room = room;
    viewer = room.open("learner", room.patient());
    image = OnImage.of(viewer.stage(), AXIAL);
  }

  @Test
  void a_drag_to_the_right_widens_the_window_and_one_down_raises_it() {
    var before = viewer.says();
    assertThat(before).containsEntry("windowWidth", "400").containsEntry("windowCenter", "40");

    image.dragBy(64, -32);

    // A 256th of the width for each CSS pixel.
    viewer.await(Map.of("windowWidth", "500", "windowCenter", "-10"));
    assertThat(viewer.stage().locator(".corner.bottom-left")).containsText("W 500 L −10");
    viewer.press("0");
    viewer.await(Map.of("windowWidth", "400", "windowCenter", "40"));
  }

  /** Of a chest lung comes first; the last key has the last of the nine. */
  @ParameterizedTest
  @CsvSource({"1, 1500, -600", "2, 350, 50", "3, 1800, 400", "9, 600, 300"})
  void number_keys_choose_windows_those_for_the_body_part_first(
      String key, String width, String center) {
    viewer.press(key);

    viewer.await(Map.of("windowWidth", width, "windowCenter", center));
  }

  @Test
  void of_a_head_the_brain_comes_first() {
    viewer = room.open("learner", room.aCase(Phantom::head));

    viewer.press("1");

    viewer.await(Map.of("windowWidth", "80", "windowCenter", "40"));
    var presets = viewer.page().getByLabel("Window", new Page.GetByLabelOptions().setExact(true));
    assertThat(presets.locator("option:checked")).hasText("Brain (1)");
    presets.selectOption("stroke");
    viewer.await(Map.of("windowWidth", "35", "windowCenter", "35"));
  }

  @Test
  void a_drag_with_the_zoom_tool_enlarges_what_is_under_the_pointer() {
    viewer.hideOverlays();
    var zoom = zoom();
    var place = image.at(44, 18);
    var grey = greyAt(viewer.picture(), place.x(), place.y());

    viewer.press("z");
    viewer.page().mouse().move(place.x(), place.y() + 60);
    viewer.page().mouse().down();
    viewer.page().mouse().move(place.x(), place.y());
    viewer.page().mouse().up();

    viewer.await(Map.of());
    assertThat(zoom()).isCloseTo(zoom * Math.exp(60 / 150.0), within(1e-3));
    assertThat(greyAt(viewer.picture(), place.x(), place.y()))
        .isCloseTo(grey, within(GREY_LEVELS + 6));
  }

  @Test
  void a_pinch_zooms_by_as_much_as_the_fingers_part() {
    var zoom = zoom();

    new Fingers(viewer.page())
        .pinch(image.at(28, 24), image.at(36, 24), image.at(24, 24), image.at(40, 24));

    viewer.await(Map.of());
    var before = image.at(36, 24).x() - image.at(28, 24).x();
    var after = image.at(40, 24).x() - image.at(24, 24).x();
    assertThat(zoom()).isCloseTo(zoom * after / before, within(1e-3));
  }

  @Test
  void the_image_follows_the_pan_tool_and_fits_again_by_a_key() {
    viewer.hideOverlays();
    var zoom = zoom();
    var before = viewer.picture();

    viewer.press("p");
    image.dragBy(-80, 40);

    viewer.await(Map.of());
    var after = viewer.picture();
    for (var place : List.of(image.at(20, 16), image.at(40, 20), image.at(30, 34)))
      assertThat(greyAt(after, place.x() - 80, place.y() + 40))
          .isCloseTo(greyAt(before, place.x(), place.y()), within(GREY_LEVELS));
    assertThat(zoom()).isEqualTo(zoom);
    viewer.press("f");
    viewer.await(Map.of());
    assertSame(viewer.picture(), before);
  }

  @Test
  void keys_zoom_in_and_out_and_to_one_device_pixel_a_column() {
    var zoom = zoom();
    viewer.press("+");
    viewer.await(Map.of());
    assertThat(zoom()).isCloseTo(zoom * 1.25, within(1e-3));
    viewer.press("-");
    viewer.await(Map.of());
    assertThat(zoom()).isCloseTo(zoom, within(1e-3));

    viewer.press("o");

    viewer.await(Map.of("zoom", "1"));
    assertThat(viewer.stage().locator(".corner.bottom-left")).containsText("1.0×");
  }

  @Test
  void inverting_makes_of_each_grey_its_opposite() {
    var before = atOneToOne();

    viewer.press("i");

    var after = shown(COLUMNS, HEIGHT);
    assertGreys(after, (x, y) -> 255 - grey(before, x, y));
    assertThat(viewer.button("Invert")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void a_quarter_turn_is_clockwise_and_the_letters_go_with_it() {
    assertThat(edges()).containsExactly("A", "L", "P", "R");
    var before = atOneToOne();

    viewer.press("t");

    assertGreys(shown(HEIGHT, COLUMNS), (x, y) -> grey(before, y, HEIGHT - 1 - x));
    assertThat(edges()).containsExactly("R", "A", "L", "P");
  }

  @Test
  void a_flip_changes_left_and_right_and_a_reset_brings_them_back() {
    var before = atOneToOne();

    viewer.press("h");

    assertGreys(shown(COLUMNS, HEIGHT), (x, y) -> grey(before, COLUMNS - 1 - x, y));
    assertThat(edges()).containsExactly("A", "R", "P", "L");
    viewer.press("r", "o");
    assertGreys(shown(COLUMNS, HEIGHT), (x, y) -> grey(before, x, y));
    assertThat(edges()).containsExactly("A", "L", "P", "R");
  }

  @Test
  void a_flip_over_changes_top_and_bottom() {
    var before = atOneToOne();

    viewer.press("v");

    assertGreys(shown(COLUMNS, HEIGHT), (x, y) -> grey(before, x, HEIGHT - 1 - y));
    assertThat(edges()).containsExactly("P", "L", "A", "R");
  }

  @Test
  void an_image_that_does_not_know_where_it_lies_says_so() {
    viewer.press("]", "]", "]");
    viewer.await(Map.of("slices", "1", "state", "true-pixels"));

    assertThat(edges()).containsExactly("Orientation unknown", "", "", "");
    assertThat(viewer.stage().locator(".corner.bottom-left")).containsText("uncalibrated");
  }

  @Test
  void the_magnifier_shows_what_is_around_the_pointer_larger_while_it_is_held() {
    viewer.hideOverlays();
    var place = image.at(30.5, 24.5);
    var before = viewer.picture();

    viewer.press("m");
    viewer.page().mouse().move(place.x(), place.y());
    viewer.page().mouse().down();

    var glass = viewer.stage().locator(".glass");
    assertThat(glass).not().hasAttribute("hidden", "");
    viewer.await(Map.of());
    var during = viewer.picture();
    for (var away : List.of(-50, -25, 25, 50)) {
      assertThat(greyAt(during, place.x() + away, place.y()))
          .isCloseTo(greyAt(before, place.x() + away / 2.5, place.y()), within(8));
    }
    viewer.page().mouse().up();
    assertThat(glass).hasAttribute("hidden", "");
  }

  @Test
  void slices_go_by_wheel_by_keys_by_drag_and_by_finger() {
    viewer.await(Map.of("slice", "5", "slices", "9"));
    viewer.stage().hover();
    viewer.page().mouse().wheel(0, 100);
    viewer.await(Map.of("slice", "6"));
    viewer.press("End");
    viewer.await(Map.of("slice", "9"));
    viewer.press("ArrowUp");
    viewer.await(Map.of("slice", "8"));
    viewer.press("Home");
    viewer.await(Map.of("slice", "1"));

    viewer.press("s");
    image.dragBy(0, 42);
    viewer.await(Map.of("slice", "4"));
    viewer.press("s");

    var from = image.at(32, 24);
    var to = new Place(0, 0, from.x(), from.y() + 28);
    new Fingers(viewer.page()).drag(from, to);
    viewer.await(Map.of("slice", "6"));
    assertThat(viewer.page().getByRole(AriaRole.SLIDER))
        .hasAttribute("aria-valuetext", "Image 6 of 9");
  }

  @Test
  void a_film_begins_at_its_first_frame_and_so_does_its_preview() {
    viewer = room.open("learner", room.aCase(Phantom::film));

    assertThat(viewer.slice()).isEqualTo(1);
    assertThat(viewer.page().locator("[data-preview]"))
        .hasAttribute("src", Pattern.compile("/rendered\\?frame=1&"));
  }

  @Test
  void a_film_plays_at_its_frame_time_round_and_round_until_it_is_paused() {
    viewer = room.open("learner", room.aCase(Phantom::film));
    var play = viewer.button("Play or pause");
    assertThat(play).hasAttribute("title", Pattern.compile(".*: 25 images a second .*"));

    viewer.press(" ");
    var seen = slicesSeen(Phantom.FRAMES + 2);
    for (var i = 1; i < seen.size(); i++)
      assertThat(seen.get(i)).as("%s", seen).isEqualTo(seen.get(i - 1) % Phantom.FRAMES + 1);
    viewer.press(">");
    assertThat(play).hasAttribute("title", Pattern.compile(".*: 31 images a second .*"));
    viewer.press(" ");

    var paused = viewer.await(Map.of("state", "true-pixels")).get("slice");
    viewer.press("i");
    assertThat(viewer.await(Map.of())).containsEntry("slice", paused);
  }

  /** The next so many slices, each once while it stays. */
  private List<Integer> slicesSeen(int count) {
    var seen = (List<?>) viewer
        .stage()
        .evaluate(
            """
            (stage, count) => new Promise((resolve) => {
              const seen = [Number(stage.dataset.slice)];
              const observer = new MutationObserver(() => {
                const slice = Number(stage.dataset.slice);
                if (slice !== seen.at(-1)) seen.push(slice);
                if (seen.length === count) {
                  observer.disconnect();
                  resolve(seen);
                }
              });
              observer.observe(stage, { attributes: true, attributeFilter: ["data-slice"] });
            })""",
            count);
    return seen.stream().map(slice -> ((Number) slice).intValue()).toList();
  }

  private double zoom() {
    return Double.parseDouble(viewer.says().get("zoom"));
  }

  /** The letters at the top, right, bottom and left. */
  private List<String> edges() {
    viewer.await(Map.of());
    return List.of("top", "right", "bottom", "left").stream()
        .map(edge -> viewer.stage().locator(".edge." + edge).textContent())
        .toList();
  }

  private BufferedImage atOneToOne() {
    viewer.hideOverlays();
    viewer.press("o");
    return shown(COLUMNS, HEIGHT);
  }

  private BufferedImage shown(int width, int height) {
    viewer.await(Map.of("zoom", "1", "state", "true-pixels"));
    return viewer.picture(width, height);
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRaster().getSample(x, y, 0);
  }

  private static int greyAt(BufferedImage picture, double x, double y) {
    return grey(picture, (int) Math.round(x), (int) Math.round(y));
  }

  private static void assertGreys(BufferedImage picture, IntBinaryOperator expected) {
    for (var y = 0; y < picture.getHeight(); y++)
      for (var x = 0; x < picture.getWidth(); x++)
        assertThat(grey(picture, x, y))
            .as("grey at %s, %s", x, y)
            .isCloseTo(expected.applyAsInt(x, y), within(GREY_LEVELS));
  }

  private static void assertSame(BufferedImage picture, BufferedImage other) {
    assertGreys(picture, (x, y) -> grey(other, x, y));
  }
}
