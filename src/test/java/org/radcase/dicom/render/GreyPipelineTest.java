package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.lut.Window;
import org.radcase.dicom.render.RenderOptions.Depth;

/** Grey images, step by step as PS3.4 N.2 has them. */
class GreyPipelineTest {

  @Test
  void all_four_steps_follow_one_another() throws IOException {
    // 0..3 → modality 30 20 10 0 → exact window 10..30 → 1 1/2 0 0 → inverse 0 1/2 1 1
    var image = Rendered.grey(1, 4, 8, 8, 0)
        .putSequence(Tag.MODALITY_LUT_SEQUENCE, lut(16, 0, 30, 20, 10, 0))
        .putString(Tag.WINDOW_CENTER, VR.DS, "20")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "20")
        .putString(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
        .putString(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")
        .build();

    assertThat(greys(image, 0, 1, 2, 3)).containsExactly(0, 128, 255, 255);
  }

  @Test
  void the_first_window_goes_before_a_table_and_a_choice_before_both() throws IOException {
    var withTable = Rendered.grey(1, 2, 8, 8, 0)
        .putSequence(Tag.VOI_LUT_SEQUENCE, lut(8, 10, 255, 51))
        .build();
    var withBoth = withTable.toBuilder()
        .putString(Tag.WINDOW_CENTER, VR.DS, "11", "0")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "1", "100")
        .build();
    var chosen = RenderOptions.DEFAULT.with(Window.linear(1, 1));

    assertThat(greys(withTable, 10, 11)).containsExactly(255, 51);
    assertThat(greys(withBoth, 10, 11)).containsExactly(0, 255);
    assertThat(Rendered.greys(Rendered.of(withBoth, new byte[] {10, 11}, chosen)))
        .containsExactly(255, 255);
  }

  @Test
  void a_sigmoid_is_the_standards() throws IOException {
    var image = Rendered.grey(1, 3, 8, 8, 0)
        .putString(Tag.WINDOW_CENTER, VR.DS, "100")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "40")
        .putString(Tag.VOI_LUT_FUNCTION, "SIGMOID")
        .build();

    // 255 / (1 + exp(-4 (x - 100) / 40)): 1 / (1 + e^2), 1/2, 1 / (1 + e^-2)
    assertThat(greys(image, 80, 100, 120)).containsExactly(30, 128, 225);
  }

  @ParameterizedTest
  @CsvSource({"MONOCHROME1", "MONOCHROME2"})
  void padding_is_black_in_both_polarities_over_its_whole_range(String photometric)
      throws IOException {
    var image = Rendered.grey(1, 5, 16, 16, 1)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .putInts(Tag.PIXEL_PADDING_VALUE, VR.US, 63_536) // -2000 in two bytes
        .putInts(Tag.PIXEL_PADDING_RANGE_LIMIT, VR.SS, -1990)
        .build();

    var greys = greys(image, Rendered.words(-2000, -1995, -1990, 100, 200));

    var first = photometric.equals("MONOCHROME1") ? 255 : 0;
    assertThat(greys).containsExactly(0, 0, 0, first, 255 - first);
  }

  @Test
  void padding_of_an_unsigned_image_may_stand_as_a_signed_word() throws IOException {
    var image = Rendered.grey(1, 3, 16, 16, 0)
        .putInts(Tag.PIXEL_PADDING_VALUE, VR.SS, -1)
        .build();

    assertThat(greys(image, Rendered.words(65_535, 0, 10))).containsExactly(0, 0, 255);
  }

  @ParameterizedTest
  @CsvSource({"CT, -1024, 0", "CT, 0, 85", "MR, -1024, 85"})
  void a_ct_in_hounsfield_units_has_the_soft_tissue_window(
      String modality, int intercept, int second) throws IOException {
    var image = Rendered.grey(1, 4, 16, 16, 0)
        .putString(Tag.MODALITY, modality)
        .putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, intercept)
        .build();

    // -1024, -624, -224 and 176 HU
    assertThat(greys(image, Rendered.words(0, 400, 800, 1200))[1]).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({"PT, 128", "NM, 128", "MR, 0"})
  void counts_begin_at_zero(String modality, int lowest) throws IOException {
    var image = Rendered.grey(1, 2, 16, 16, 0).putString(Tag.MODALITY, modality).build();

    assertThat(greys(image, Rendered.words(100, 200))).containsExactly(lowest, 255);
  }

  @Test
  void a_hot_pixel_does_not_set_the_grey() throws IOException {
    var values = new int[1000];
    for (var i = 0; i < values.length; i++) {
      values[i] = 100 + i % 101;
    }
    values[500] = 30_000;
    var image = Rendered.grey(1, 1000, 16, 16, 0).build();

    var greys = greys(image, Rendered.words(values));

    assertThat(greys[100]).isEqualTo(255);
    assertThat(greys[50]).isEqualTo(128);
  }

  @Test
  void an_image_of_nothing_but_padding_is_black() throws IOException {
    var image = Rendered.grey(1, 2, 16, 16, 0)
        .putInts(Tag.PIXEL_PADDING_VALUE, VR.US, 7)
        .build();

    assertThat(greys(image, Rendered.words(7, 7))).containsExactly(0, 0);
  }

  @Test
  void an_image_of_one_value_is_grey_and_no_fault() throws IOException {
    var image = Rendered.grey(1, 2, 16, 16, 0).build();

    assertThat(greys(image, Rendered.words(700, 700))).containsExactly(128, 128);
  }

  @Test
  void values_of_32_bits_are_unsigned_where_the_header_says_so() throws IOException {
    var image = Rendered.grey(1, 3, 32, 32, 0).build();
    var frame = ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0)
        .putInt(0x7FFFFFFF)
        .putInt(-1);

    assertThat(greys(image, frame.array())).containsExactly(0, 127, 255);
  }

  @Test
  void floating_point_values_are_values_and_what_is_no_number_is_black() throws IOException {
    var frame = ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(-0.5f)
        .putFloat(0.25f)
        .putFloat(Float.NaN)
        .putFloat(1);
    var image = Rendered.grey(1, 4, 32, 32, 0)
        .putBytes(Tag.FLOAT_PIXEL_DATA, VR.OF, frame.array())
        .build();
    var padded = image.toBuilder()
        .putDecimals(Tag.FLOAT_PIXEL_PADDING_VALUE, VR.FL, -0.5)
        .build();

    assertThat(greys(image, frame.array())).containsExactly(0, 128, 0, 255);
    assertThat(greys(padded, frame.array())).containsExactly(0, 0, 0, 255);
  }

  @Test
  void sixteen_bits_keep_what_eight_would_lose() throws IOException {
    var image = Rendered.grey(1, 3, 16, 16, 0)
        .putString(Tag.WINDOW_CENTER, VR.DS, "32768")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "65536")
        .build();
    var frame = Rendered.words(0, 258, 65_535);

    var picture = Rendered.of(image, frame, RenderOptions.DEFAULT.with(Depth.SIXTEEN_BITS));

    assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
    assertThat(Rendered.greys(picture)).containsExactly(0, 258, 65_535);
    assertThat(greys(image, frame)).containsExactly(0, 1, 255);
  }

  @Test
  void each_frame_of_an_enhanced_image_has_its_own_rescale_and_window() throws IOException {
    var shared = DataSet.builder()
        .putSequence(Tag.FRAME_VOI_LUT_SEQUENCE, window("100", "100"))
        .build();
    var second = DataSet.builder()
        .putSequence(
            Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
            DataSet.builder()
                .putDecimals(Tag.RESCALE_SLOPE, VR.DS, 0.5)
                .putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, 50)
                .build())
        .putSequence(Tag.FRAME_VOI_LUT_SEQUENCE, window("110", "10"))
        .build();
    var image = Rendered.grey(1, 3, 8, 8, 0)
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 2)
        .putSequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
        .putSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, DataSet.EMPTY, second)
        .build();
    var frame = new byte[] {100, 120, (byte) 150};

    // 100 120 150 in 50..150; then 100 110 125 in 105..115
    assertThat(Rendered.greys(Rendered.of(image, 0, frame, RenderOptions.DEFAULT)))
        .containsExactly(128, 179, 255);
    assertThat(Rendered.greys(Rendered.of(image, 1, frame, RenderOptions.DEFAULT)))
        .containsExactly(0, 128, 255);
  }

  private static DataSet window(String center, String width) {
    return DataSet.builder()
        .putString(Tag.WINDOW_CENTER, VR.DS, center)
        .putString(Tag.WINDOW_WIDTH, VR.DS, width)
        .putString(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
        .build();
  }

  private static DataSet lut(int bits, int first, int... entries) {
    return DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, entries.length, first, bits)
        .putInts(Tag.LUT_DATA, VR.US, entries)
        .build();
  }

  private static int[] greys(DataSet image, int... bytes) throws IOException {
    var frame = new byte[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      frame[i] = (byte) bytes[i];
    }
    return greys(image, frame);
  }

  private static int[] greys(DataSet image, byte[] frame) throws IOException {
    return Rendered.greys(Rendered.of(image, frame, RenderOptions.DEFAULT));
  }
}
