package org.radcase.dicom.lut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.lut.Window.Function;

class WindowTest {
  private static final List<Function> FUNCTIONS = List.of(Function.values());

  /** PS3.3 C.11.2.1.2.1 gives these: c=2048 w=4096 maps 0 to the least and 4095 to the most. */
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 0, 0",
    "2048, 4096, 4095, 1",
    "2048, 1, 2047, 0",
    "2048, 1, 2048, 1",
    "0, 100, -50, 0",
    "0, 100, 49, 1",
    "0, 100, -0.5, 0.5",
    "0, 1, -1, 0",
    "0, 1, 0, 1"
  })
  void a_linear_window_is_the_standards(double center, double width, double value, double display) {
    assertThat(Window.linear(center, width).displayOf(value)).isCloseTo(display, within(1e-12));
  }

  @Test
  void an_exact_window_has_its_center_at_half() {
    var window = new Window(40, 0.5, Function.LINEAR_EXACT);

    assertThat(window.displayOf(40)).isEqualTo(0.5);
    assertThat(window.displayOf(39.75)).isZero();
    assertThat(window.displayOf(40.26)).isEqualTo(1);
  }

  @Test
  void a_sigmoid_has_its_center_at_half() {
    assertThat(new Window(40, 400, Function.SIGMOID).displayOf(40)).isEqualTo(0.5);
  }

  @Test
  void display_values_stay_in_bounds_and_never_fall() {
    var random = new Random(1);
    for (var round = 0; round < 2000; round++) {
      var function = FUNCTIONS.get(random.nextInt(3));
      var window = new Window(random.nextGaussian() * 1000, 1 + random.nextInt(4000), function);
      var before = 0.0;
      for (var value = -5000; value <= 5000; value += 97) {
        var display = window.displayOf(value);
        assertThat(display).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(before);
        before = display;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, LINEAR", "0.5, LINEAR", "-1, SIGMOID", "0, LINEAR_EXACT", "NaN, LINEAR"})
  void a_window_without_width_does_not_exist(double width, Function function) {
    assertThatThrownBy(() -> new Window(0, width, function))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_a_files_windows_those_that_make_sense_remain() {
    var voi = DataSet.builder()
        .putString(Tag.WINDOW_CENTER, VR.DS, "40", "0", "600", "5")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "80", "0", "2800", "0.5")
        .putString(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "BRAIN", "BROKEN", "BONE")
        .build();

    assertThat(Windows.of(voi))
        .extracting(named -> named.window() + " " + named.explanation())
        .containsExactly(
            Window.linear(40, 80) + " BRAIN",
            Window.linear(600, 2800) + " BONE",
            new Window(5, 0.5, Function.LINEAR_EXACT) + " ");
  }
}
