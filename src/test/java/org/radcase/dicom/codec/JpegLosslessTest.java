package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lossless JPEG gives back what went in. */
class JpegLosslessTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void every_predictor_gives_the_samples_back_at_every_depth(int selection) throws IOException {
    for (var bits = 2; bits <= 16; bits++) {
      var image = LosslessImage.noise(bits, 19, 37, selection, 0, 0x11);

      assertThat(decoded(image, image.interleaved())).isEqualTo(image.samples());
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "12, 4", "16, 15"})
  void a_point_transform_is_undone(int bits, int pointTransform) throws IOException {
    var image = LosslessImage.noise(bits, 9, 21, 4, pointTransform, 0x11);

    assertThat(decoded(image, image.interleaved())).isEqualTo(image.samples());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7})
  void long_codes_are_read_like_short_ones(int selection) throws IOException {
    var image =
        LosslessImage.noise(16, 19, 37, selection, 0, 0x11).withCodes(JpegCodes.skewedSizes());

    assertThat(decoded(image, image.interleaved())).isEqualTo(image.samples());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void prediction_begins_anew_at_restart_markers(int restartRows) throws IOException {
    var grey = LosslessImage.noise(12, 40, 11, 7, 0, 0x11).withRestartRows(restartRows);
    var color = LosslessImage.noise(8, 23, 11, 6, 0, 0x11, 0x11, 0x11).withRestartRows(restartRows);

    assertThat(decoded(grey, grey.interleaved())).isEqualTo(grey.samples());
    assertThat(decoded(color, color.interleaved())).isEqualTo(color.samples());
    assertThat(decoded(color, color.apart())).isEqualTo(color.samples());
  }

  @Test
  void components_come_in_one_scan_or_in_several() throws IOException {
    var three = LosslessImage.noise(8, 17, 13, 1, 0, 0x11, 0x11, 0x11);
    var four = LosslessImage.noise(16, 17, 13, 4, 0, 0x11, 0x11, 0x11, 0x11);

    assertThat(decoded(three, three.interleaved())).isEqualTo(three.samples());
    assertThat(decoded(three, three.apart())).isEqualTo(three.samples());
    assertThat(decoded(four, four.interleaved())).isEqualTo(four.samples());
    assertThat(decoded(four, four.apart())).isEqualTo(four.samples());
  }

  @Test
  void sub_sampled_components_are_repeated() throws IOException {
    var wide = LosslessImage.noise(8, 7, 13, 7, 0, 0x21, 0x11, 0x11).withRestartRows(2);
    var both = LosslessImage.noise(12, 7, 13, 5, 0, 0x22, 0x11, 0x12);

    assertThat(decoded(wide, wide.interleaved())).isEqualTo(wide.samples());
    assertThat(decoded(both, both.interleaved())).isEqualTo(both.samples());
    assertThat(decoded(both, both.apart())).isEqualTo(both.samples());
  }

  @Test
  void a_difference_of_half_the_range_has_no_bits_of_its_own() throws IOException {
    var steps = new int[1][2][9];
    for (var x = 0; x < 9; x++) {
      steps[0][0][x] = x % 2 == 0 ? 0 : 32_768;
      steps[0][1][x] = x % 2 == 0 ? 65_535 : 32_767;
    }
    var image =
        new LosslessImage(16, 2, 9, 1, 0, 0, JpegCodes.evenSizes(), new int[] {0x11}, steps);

    assertThat(decoded(image, image.interleaved())).isEqualTo(image.samples());
  }

  /** Signed images in two's complement: their header may name fewer bits than the sign has. */
  @Test
  void values_beyond_the_precision_of_the_header_are_kept() throws IOException {
    var signed = new int[][][] {{{0, 0xFFFF, 0xF800, 0x07FF}, {0xFFFE, 1, 0x8000, 0}}};
    var image =
        new LosslessImage(12, 2, 4, 1, 0, 0, JpegCodes.evenSizes(), new int[] {0x11}, signed);

    assertThat(decoded(image, image.interleaved())).isEqualTo(image.samples());
  }

  @Test
  void eight_bits_stand_in_a_container_of_sixteen() throws IOException {
    var image = LosslessImage.noise(8, 5, 6, 1, 0, 0x11);
    var narrow = image.samples();

    var wide = Jpeg.decode(image.interleaved(), new FrameShape(5, 6, 1, 2)).samples();

    for (var i = 0; i < narrow.length; i++) {
      assertThat(wide[2 * i]).isEqualTo(narrow[i]);
      assertThat(wide[2 * i + 1]).isZero();
    }
  }

  private static byte[] decoded(LosslessImage image, byte[] stream) throws IOException {
    return Jpeg.decode(stream, image.shape()).samples();
  }
}
