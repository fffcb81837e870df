package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;

/** Grey levels and colours are those that the standard's formulas give. */
class RenderingTest {

  @Test
  void a_signed_slice_goes_through_rescale_and_window() throws IOException {
    // -1000, 0, 40 and 2000 HU under intercept -24, at window 40/400
    var image = grey(16, 12, 1).putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, -24).build();
    var stored = new int[] {-976, 24, 64, 2024};

    var picture = render(image, Rendered.words(stored));

    assertThat(Rendered.greys(picture)).containsExactly(0, 102, 128, 255);
  }

  @Test
  void monochrome1_is_white_where_values_are_low() throws IOException {
    var image =
        grey(8, 8, 0).putString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1").build();

    assertThat(Rendered.greys(render(image, new byte[] {0, (byte) 255, 0, (byte) 255})))
        .containsExactly(255, 0, 255, 0);
  }

  @Test
  void bits_above_the_high_bit_are_overlays_and_do_not_show() throws IOException {
    var image = grey(16, 12, 0)
        .putString(Tag.WINDOW_CENTER, VR.DS, "2048")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "4096")
        .build();

    var picture = render(image, Rendered.words(0xF000, 0x0FFF, 0x8000, 0));

    assertThat(Rendered.greys(picture)).containsExactly(0, 255, 0, 0);
  }

  @Test
  void without_a_window_the_values_themselves_set_it_but_padding_does_not() throws IOException {
    var image = grey(16, 16, 1)
        .putString(Tag.MODALITY, "MR")
        .putInts(Tag.PIXEL_PADDING_VALUE, VR.SS, -32_768)
        .build();

    var picture = render(image, Rendered.words(-32_768, 100, 150, 200));

    assertThat(Rendered.greys(picture)).containsExactly(0, 0, 128, 255);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void red_green_and_blue_stay_what_they_are_in_both_planar_configurations(int planar)
      throws IOException {
    var image = grey(8, 8, 0)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .putInts(Tag.PLANAR_CONFIGURATION, VR.US, planar)
        .build();
    var interleaved = new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, 9, 9, 9};
    var planes = new byte[] {-1, 0, 0, 9, 0, -1, 0, 9, 0, 0, -1, 9};

    var picture = render(image, planar == 0 ? interleaved : planes);

    assertThat(Rendered.colors(picture)).containsExactly(0xFF0000, 0x00FF00, 0x0000FF, 0x090909);
  }

  @Test
  void ybr_becomes_rgb() throws IOException {
    var image = grey(8, 8, 0)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL")
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .build();
    // white, black, and pure red by PS3.3 C.7.6.3.1.2: Y 76, CB 85, CR 255
    var frame = new byte[] {-1, -128, -128, 0, -128, -128, 76, 85, -1, 0, -128, -128};

    assertThat(Rendered.colors(render(image, frame))).containsExactly(0xFFFFFF, 0, 0xFE0000, 0);
  }

  @Test
  void a_palette_gives_its_colours_and_its_ends_beyond_them() throws IOException {
    var image = grey(8, 8, 0)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
        .putInts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 2, 10, 16)
        .putBytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 1, 0, 2})
        .putBytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 3, 0, 4})
        .putBytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[] {0, 5, 0, 6})
        .build();

    assertThat(Rendered.colors(render(image, new byte[] {10, 11, 0, 99})))
        .containsExactly(0x010305, 0x020406, 0x010305, 0x020406);
  }

  @Test
  void the_same_slice_renders_the_same_from_every_syntax_known_here() throws IOException {
    var plain = rendered(
        "cornerstone/CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm");

    for (var other : new String[] {
      "BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm",
      "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm",
      "RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm"
    }) {
      assertThat(Rendered.greys(rendered("cornerstone/CTImage.dcm_" + other)))
          .isEqualTo(Rendered.greys(plain));
    }
  }

  private static BufferedImage rendered(String path) throws IOException {
    return DicomImage.open(Corpus.file(path)).render(1);
  }

  private static BufferedImage render(DataSet image, byte[] frame) throws IOException {
    return Rendered.of(image, frame, RenderOptions.DEFAULT);
  }

  /** A CT of two by two pixels. */
  private static DataSetBuilder grey(int allocated, int stored, int representation) {
    return DataSet.builder()
        .putString(Tag.MODALITY, "CT")
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
        .putInts(Tag.ROWS, VR.US, 2)
        .putInts(Tag.COLUMNS, VR.US, 2)
        .putInts(Tag.BITS_ALLOCATED, VR.US, allocated)
        .putInts(Tag.BITS_STORED, VR.US, stored)
        .putInts(Tag.HIGH_BIT, VR.US, stored - 1)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, representation);
  }
}
