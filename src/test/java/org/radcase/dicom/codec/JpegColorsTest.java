package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.codec.Jpeg.ColorSpace;

/** A JPEG may say what its three components are. */
class JpegColorsTest {
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;
  private static final int[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

  private static final DctImage COLOR = DctImage.noise(8, 8, 8, 0, 0x11, 0x11, 0x11);
  private static final DctImage GREY = DctImage.noise(8, 8, 8, 0, 0x11);
  private static final LosslessImage LOSSLESS =
      LosslessImage.noise(8, 8, 8, 1, 0, 0x11, 0x11, 0x11);

  @Test
  void a_stream_without_application_segments_says_nothing() throws IOException {
    assertThat(colors(COLOR, new JpegWriter())).isEqualTo(ColorSpace.UNSTATED);
  }

  @Test
  void jfif_is_luminance_and_chrominance() throws IOException {
    assertThat(colors(COLOR, new JpegWriter().segment(APP0, JFIF))).isEqualTo(ColorSpace.YCBCR);
    assertThat(colors(COLOR, new JpegWriter().segment(APP0, 'J', 'F')))
        .isEqualTo(ColorSpace.UNSTATED);
  }

  @Test
  void adobe_says_whether_colour_was_transformed() throws IOException {
    assertThat(colors(COLOR, new JpegWriter().segment(APP14, adobe(0)))).isEqualTo(ColorSpace.RGB);
    assertThat(colors(COLOR, new JpegWriter().segment(APP14, adobe(1))))
        .isEqualTo(ColorSpace.YCBCR);
    assertThat(colors(COLOR, new JpegWriter().segment(APP14, 'A', 'd', 'o', 'b', 'e')))
        .isEqualTo(ColorSpace.UNSTATED);
  }

  @Test
  void grey_has_no_colour_to_state() throws IOException {
    assertThat(colors(GREY, new JpegWriter().segment(APP0, JFIF))).isEqualTo(ColorSpace.UNSTATED);
  }

  /** T.871 knows no lossless JFIF; what writes one all the same does not mean its colour by it. */
  @Test
  void jfif_says_nothing_of_lossless_images() throws IOException {
    var out = new JpegWriter().marker(JpegWriter.SOI).segment(APP0, JFIF);
    var stream = joined(out, LOSSLESS.interleaved());

    assertThat(Jpeg.decode(stream, LOSSLESS.shape()).colorSpace()).isEqualTo(ColorSpace.UNSTATED);
  }

  private static ColorSpace colors(DctImage image, JpegWriter application) throws IOException {
    var out = new JpegWriter().marker(JpegWriter.SOI);
    for (var value : application.bytes()) {
      out.raw(value);
    }
    return Jpeg.decode(joined(out, image.interleaved()), image.shape()).colorSpace();
  }

  /** {@code stream} without its start. */
  private static byte[] joined(JpegWriter out, byte[] stream) {
    for (var i = 2; i < stream.length; i++) {
      out.raw(stream[i]);
    }
    return out.bytes();
  }

  private static int[] adobe(int transform) {
    return new int[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform};
  }
}
