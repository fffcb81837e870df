package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.lut.Window;

/** The equations of PS3.3 C.7.6.3.1.2, taken there and back. */
class ColorsTest {

  @ParameterizedTest
  @CsvSource({"255, 0, 0", "0, 255, 0", "0, 0, 255", "255, 255, 255", "0, 0, 0", "12, 200, 99"})
  void full_ybr_gives_back_the_rgb_that_it_was_made_of(int red, int green, int blue) {
    var y = round(.2990 * red + .5870 * green + .1140 * blue);
    var cb = round(-.1687 * red - .3313 * green + .5000 * blue + 128);
    var cr = round(.5000 * red - .4187 * green - .0813 * blue + 128);

    assertNear(Ybr.FULL.rgbOf(y, cb, cr), red, green, blue);
  }

  @ParameterizedTest
  @CsvSource({"255, 0, 0", "0, 255, 0", "0, 0, 255", "255, 255, 255", "0, 0, 0", "12, 200, 99"})
  void partial_ybr_gives_back_the_rgb_that_it_was_made_of(int red, int green, int blue) {
    var y = round(.2568 * red + .5041 * green + .0979 * blue + 16);
    var cb = round(-.1482 * red - .2910 * green + .4392 * blue + 128);
    var cr = round(.4392 * red - .3678 * green - .0714 * blue + 128);

    assertNear(Ybr.PARTIAL.rgbOf(y, cb, cr), red, green, blue);
  }

  @ParameterizedTest
  @CsvSource({"YBR_FULL_422, 255, 0", "YBR_PARTIAL_422, 235, 16"})
  void two_pixels_share_their_chrominance(String photometric, int white, int black)
      throws IOException {
    var image = color(photometric).build();
    var frame = new byte[] {(byte) white, (byte) black, -128, -128};

    assertThat(Rendered.colors(Rendered.of(image, frame, RenderOptions.DEFAULT)))
        .containsExactly(0xFFFFFF, 0);
  }

  @ParameterizedTest
  @CsvSource({"YBR_RCT", "YBR_ICT", "RGB"})
  void what_comes_out_of_jpeg_2000_is_rgb_already(String photometric) throws IOException {
    var frame = new byte[] {1, 2, 3, 4, 5, 6};

    assertThat(
            Rendered.colors(Rendered.of(color(photometric).build(), frame, RenderOptions.DEFAULT)))
        .containsExactly(0x010203, 0x040506);
  }

  @Test
  void a_signed_palette_begins_below_zero() throws IOException {
    var image = Rendered.grey(1, 3, 8, 8, 1)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
        .putInts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 2, 65_535, 16)
        .putBytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 1, 0, 2})
        .putBytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 3, 0, 4})
        .putBytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 5, 0, 6})
        .build();

    var picture = Rendered.of(image, new byte[] {-1, 0, -128}, RenderOptions.DEFAULT);

    assertThat(Rendered.colors(picture)).containsExactly(0x010305, 0x020406, 0x010305);
  }

  @Test
  void a_window_is_for_grey_images() {
    var chosen = RenderOptions.DEFAULT.with(Window.linear(40, 400));

    assertThatThrownBy(() -> Rendered.of(color("RGB").build(), new byte[6], chosen))
        .isInstanceOfSatisfying(DicomException.class, fault -> assertThat(fault.kind())
            .isEqualTo(DicomException.Kind.NOT_DECODABLE));
  }

  /** Two pixels side by side. */
  private static DataSetBuilder color(String photometric) {
    return Rendered.grey(1, 2, 8, 8, 0)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .putInts(Tag.PLANAR_CONFIGURATION, VR.US, 0);
  }

  private static int round(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  /** Three roundings lie between. */
  private static void assertNear(int rgb, int red, int green, int blue) {
    assertThat(Math.abs((rgb >> 16) - red)).as("red").isLessThanOrEqualTo(2);
    assertThat(Math.abs((rgb >> 8 & 0xFF) - green)).as("green").isLessThanOrEqualTo(2);
    assertThat(Math.abs((rgb & 0xFF) - blue)).as("blue").isLessThanOrEqualTo(2);
  }
}
