package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;

/** Grey levels and colours are those that the standard's formulas give. */
class RenderingTest {

  @Test
  void a_signed_slice_goes_through_rescale_and_window() throws IOException {
    // -1000, 0, 40 and 2000 HU under intercept -24, at window 40/400
    var image = grey(16, 12, 1).putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, -24).build();
    var stored = new short[] {-976, 24, 64, 2024};

    var picture = render(image, words(stored));

    assertThat(greys(picture)).containsExactly(0, 102, 128, 255);
  }

  @Test
  void monochrome1_is_white_where_values_are_low() throws IOException {
    var image =
        grey(8, 8, 0).putString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1").build();

    assertThat(greys(render(image, new byte[] {0, (byte) 255, 0, (byte) 255})))
        .containsExactly(255, 0, 255, 0);
  }

  @Test
  void bits_above_the_high_bit_are_overlays_and_do_not_show() throws IOException {
    var image = grey(16, 12, 0)
        .putString(Tag.WINDOW_CENTER, VR.DS, "2048")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "4096")
        .build();

    var picture = render(image, words(new short[] {(short) 0xF000, 0x0FFF, (short) 0x8000, 0}));

    assertThat(greys(picture)).containsExactly(0, 255, 0, 0);
  }

  @Test
  void without_a_window_the_values_themselves_set_it_but_padding_does_not() throws IOException {
    var image = grey(16, 16, 1)
        .putString(Tag.MODALITY, "MR")
        .putInts(Tag.PIXEL_PADDING_VALUE, VR.SS, -32_768)
        .build();

    var picture = render(image, words(new short[] {-32_768, 100, 150, 200}));

    assertThat(greys(picture)).containsExactly(0, 0, 128, 255);
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

    assertThat(colors(picture)).containsExactly(0xFF0000, 0x00FF00, 0x0000FF, 0x090909);
  }

  @Test
  void ybr_becomes_rgb() throws IOException {
    var image = grey(8, 8, 0)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL")
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .build();
    // white, black, and pure red by PS3.3 C.7.6.3.1.2: Y 76, CB 85, CR 255
    var frame = new byte[] {-1, -128, -128, 0, -128, -128, 76, 85, -1, 0, -128, -128};

    assertThat(colors(render(image, frame))).containsExactly(0xFFFFFF, 0, 0xFE0000, 0);
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

    assertThat(colors(render(image, new byte[] {10, 11, 0, 99})))
        .containsExactly(0x010305, 0x020406, 0x010305, 0x020406);
  }

  @Test
  void a_segmented_palette_is_unrolled() {
    // discrete 2: 100 200; linear 4 to 600; indirect: 1 segment from byte 0
    var words = new short[] {0, 2, 100, 200, 1, 4, 600, 2, 1, 0, 0};

    assertThat(SegmentedPalette.unroll(words(words), 16, 2))
        .containsExactly(100, 200, 300, 400, 500, 600, 100, 200);
    assertThat(SegmentedPalette.unroll(words(words), 3, 2)).containsExactly(100, 200, 300);
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
      assertThat(greys(rendered("cornerstone/CTImage.dcm_" + other))).isEqualTo(greys(plain));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 1, 320, 240, 240, 240",
    "100, 50, 1, 320, 240, 100, 50",
    "100, 100, 2, 320, 240, 100, 200",
    "100, 100, 0.5, 320, 240, 200, 100",
    "1000, 10, 1, 320, 240, 320, 3",
    "4000, 1, 1, 320, 240, 320, 1"
  })
  void pictures_fit_and_keep_their_shape(
      int width, int height, double ratio, int maxWidth, int maxHeight, int w, int h) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);

    var scaled = Pictures.scaled(picture, ratio, maxWidth, maxHeight);

    assertThat(scaled.getWidth()).isEqualTo(w);
    assertThat(scaled.getHeight()).isEqualTo(h);
  }

  private static BufferedImage rendered(String path) throws IOException {
    var file = Corpus.file(path);
    var header = Part10Reader.read(file);
    var frame = new FrameReader(BulkSource.of(file, header), header).bytes(1);
    return FrameRenderer.render(
        frame, ImageDescription.of(header.dataSet()), header.transferSyntax());
  }

  private static BufferedImage render(DataSet image, byte[] frame) throws IOException {
    return FrameRenderer.render(
        frame, ImageDescription.of(image), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
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

  private static byte[] words(short[] values) {
    var bytes = new byte[values.length * 2];
    for (var i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) values[i];
      bytes[2 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  private static int[] greys(BufferedImage picture) {
    return picture.getRaster().getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[])
        null);
  }

  private static int[] colors(BufferedImage picture) {
    var colors = new int[picture.getWidth() * picture.getHeight()];
    picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), colors, 0, picture.getWidth());
    for (var i = 0; i < colors.length; i++) {
      colors[i] &= 0xFFFFFF;
    }
    return colors;
  }
}
