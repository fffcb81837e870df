package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.data.DicomException;

class JpegLsTest {
  private static final int HEADER_BYTES = 25; // SOI, SOF and SOS of one component
  private static final int SAMPLING = 13;

  @Test
  void the_example_of_the_standard_is_encoded_and_decoded_as_printed_there() throws DicomException {
    // ITU-T T.87 H.3
    var shape = new FrameShape(4, 4, 1, 1);
    var samples = HexFormat.of().parseHex("00005a4a44322bcd4091919164919191");
    var stream = HexFormat.of()
        .parseHex("ffd8fff7000b0800040004010111" + "00ffda0008010100000000"
            + "c000006c80208e01c0000057400000" + "6ee6000001bc18000005d8000091" + "60ffd9");

    assertThat(JpegLs.decode(stream, shape)).isEqualTo(samples);
    assertThat(withoutFill(JpegLs.encode(samples, shape, 8))).isEqualTo(stream);
  }

  @Test
  void frames_of_all_kinds_are_the_same_after_encoding_and_decoding() {
    assertThat(MadeFrames.all()).allSatisfy(frame -> {
      var stream = JpegLs.encode(frame.samples(), frame.shape(), frame.bits());

      assertThat(stream.length % 2).isZero();
      assertThat(JpegLs.decode(stream, frame.shape())).isEqualTo(frame.samples());
    });
  }

  @Test
  void bits_above_bits_stored_are_not_encoded() throws DicomException {
    var shape = new FrameShape(1, 2, 1, 2);
    var samples = new byte[] {(byte) 0x34, (byte) 0xF2, (byte) 0xFF, (byte) 0x0F};

    var decoded = JpegLs.decode(JpegLs.encode(samples, shape, 12), shape);

    assertThat(decoded).containsExactly(0x34, 0x02, 0xFF, 0x0F);
  }

  @Test
  void samples_may_stand_in_wider_containers_than_they_need() throws DicomException {
    var stream = JpegLs.encode(new byte[] {1, (byte) 200}, new FrameShape(1, 2, 1, 1), 8);

    assertThat(JpegLs.decode(stream, new FrameShape(1, 2, 1, 4)))
        .containsExactly(1, 0, 0, 0, 200, 0, 0, 0);
  }

  @Test
  void restart_intervals_begin_anew_as_separate_images_do() throws IOException {
    var shape = new FrameShape(45, 37, 1, 1);
    var strip = new FrameShape(4, 37, 1, 1);
    var samples = MadeFrames.kinds(shape, 8).get(5).samples();
    for (var lengthBytes = 2; lengthBytes <= 4; lengthBytes++) {
      var stream = new ByteArrayOutputStream();
      var whole = JpegLs.encode(samples, shape, 8);
      stream.write(whole, 0, 15);
      stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDD, 0, (byte) (2 + lengthBytes)});
      stream.write(new byte[lengthBytes - 1]);
      stream.write(4);
      stream.write(whole, 15, HEADER_BYTES - 15);
      for (var row = 0; row < 45; row += 4) {
        var rows = Math.min(4, 45 - row);
        var part = Arrays.copyOfRange(samples, row * 37, (row + rows) * 37);
        if (row > 0) {
          stream.write(0xFF);
          stream.write(0xD0 + (row / 4 - 1) % 8);
        }
        var stripShape = rows == 4 ? strip : new FrameShape(rows, 37, 1, 1);
        stream.writeBytes(scan(JpegLs.encode(part, stripShape, 8)));
      }

      assertThat(JpegLs.decode(stream.toByteArray(), shape)).isEqualTo(samples);
    }
  }

  @Test
  void components_may_have_their_own_scans_in_any_order() throws IOException {
    var shape = new FrameShape(5, 3, 2, 1);
    var samples = MadeFrames.kinds(shape, 8).get(2).samples();
    var stream = new ByteArrayOutputStream();
    stream.write(JpegLs.encode(samples, shape, 8), 0, 18);
    for (var component = 1; component >= 0; component--) {
      var plane = new byte[15];
      for (var i = 0; i < plane.length; i++) {
        plane[i] = samples[2 * i + component];
      }
      stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, (byte) (component + 1)});
      stream.write(new byte[4]);
      stream.writeBytes(scan(JpegLs.encode(plane, new FrameShape(5, 3, 1, 1), 8)));
    }

    assertThat(JpegLs.decode(stream.toByteArray(), shape)).isEqualTo(samples);
  }

  @Test
  void components_that_are_sampled_alike_are_not_subsampled() throws DicomException {
    var shape = new FrameShape(1, 2, 1, 1);
    var stream = JpegLs.encode(new byte[] {7, 8}, shape, 8);
    stream[SAMPLING] = 0x22;

    assertThat(JpegLs.decode(stream, shape)).containsExactly(7, 8);
  }

  @Test
  void what_jpeg_ls_cannot_hold_is_refused() {
    var five = new FrameShape(1, 1, 5, 1);
    var wide = new FrameShape(1, 70_000, 1, 1);
    var words = new FrameShape(1, 1, 1, 4);

    assertThatIllegalArgumentException().isThrownBy(() -> JpegLs.encode(new byte[5], five, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> JpegLs.encode(new byte[70_000], wide, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> JpegLs.encode(new byte[4], words, 17));
    assertThatIllegalArgumentException().isThrownBy(() -> JpegLs.encode(new byte[3], words, 8));
  }

  /** The entropy-coded bytes of a stream of one component. */
  private static byte[] scan(byte[] stream) {
    return Arrays.copyOfRange(stream, HEADER_BYTES, stream.length - 2);
  }

  private static byte[] withoutFill(byte[] stream) {
    var end = stream.length - 3;
    if (stream[end] != (byte) 0xFF) {
      return stream;
    }
    var shorter = Arrays.copyOf(stream, stream.length - 1);
    shorter[end + 1] = (byte) 0xD9;
    return shorter;
  }
}
