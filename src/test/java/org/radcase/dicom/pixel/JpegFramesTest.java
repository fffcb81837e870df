package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;

/** What the components of a JPEG frame are: the bitstream's word comes before the data set's. */
class JpegFramesTest {
  private static final int ROWS = 16;
  private static final int COLUMNS = 24;
  /** Of a JFIF segment, its marker included. */
  private static final int JFIF_BYTES = 18;

  @ParameterizedTest
  @ValueSource(strings = {"RGB", "YBR_FULL", "YBR_FULL_422"})
  void a_stream_that_says_jfif_is_ybr_whatever_the_data_set_says(String photometric)
      throws IOException {
    var samples = decoded(jfif(), photometric);

    assertThat(samples.layout().photometric()).isEqualTo(Photometric.YBR_FULL);
    // The luminance, and the two differences of colour, of red.
    assertThat(samples.bytes()[0] & 0xFF).isBetween(74, 78);
    assertThat(samples.bytes()[1] & 0xFF).isBetween(83, 87);
    assertThat(samples.bytes()[2] & 0xFF).isBetween(253, 255);
  }

  @ParameterizedTest
  @CsvSource({"RGB, RGB", "YBR_FULL, YBR_FULL", "YBR_FULL_422, YBR_FULL"})
  void a_stream_that_says_nothing_is_what_the_data_set_says(
      String photometric, Photometric expected) throws IOException {
    var jfif = jfif();
    var silent = new byte[jfif.length - JFIF_BYTES];
    System.arraycopy(jfif, 0, silent, 0, 2);
    System.arraycopy(jfif, 2 + JFIF_BYTES, silent, 2, silent.length - 2);

    assertThat(decoded(silent, photometric).layout().photometric()).isEqualTo(expected);
  }

  @Test
  void containers_of_32_bits_are_not_decodable() throws IOException {
    var jfif = jfif();

    assertThatThrownBy(() -> decoded(jfif, "RGB", 32))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.NOT_DECODABLE));
  }

  private static FrameDecoder.Samples decoded(byte[] stream, String photometric)
      throws IOException {
    return decoded(stream, photometric, 8);
  }

  private static FrameDecoder.Samples decoded(byte[] stream, String photometric, int bits)
      throws IOException {
    var image = Generated.slice().toBuilder()
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .putInts(Tag.PLANAR_CONFIGURATION, VR.US, 0)
        .putInts(Tag.ROWS, VR.US, ROWS)
        .putInts(Tag.COLUMNS, VR.US, COLUMNS)
        .putInts(Tag.BITS_ALLOCATED, VR.US, bits)
        .putInts(Tag.BITS_STORED, VR.US, 8)
        .putInts(Tag.HIGH_BIT, VR.US, 7)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, 0)
        .build();
    return FrameDecoder.decode(stream, PixelLayout.of(image), TransferSyntax.JPEG_BASELINE);
  }

  /** Red, as the JDK's encoder writes it. */
  private static byte[] jfif() throws IOException {
    var image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < ROWS; y++) {
      for (var x = 0; x < COLUMNS; x++) {
        image.setRGB(x, y, 0xFF0000);
      }
    }
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpeg", bytes)).isTrue();
    return bytes.toByteArray();
  }
}
