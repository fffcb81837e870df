package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.codec.MadeFrames.Made;
import org.radcase.dicom.data.DicomException;

class RleTest {

  @Test
  void frames_of_all_kinds_are_the_same_after_encoding_and_decoding() {
    assertThat(Stream.concat(MadeFrames.all(), words())).allSatisfy(frame -> {
      var encoded = Rle.encode(frame.samples(), frame.shape());

      assertThat(encoded.length % 2).isZero();
      assertThat(Rle.decode(encoded, frame.shape())).isEqualTo(frame.samples());
    });
  }

  @Test
  void the_high_bytes_come_first_each_in_a_segment_of_even_length() {
    var samples = new byte[] {1, 9, 2, 9, 3, 9, 4, 9};

    var encoded = Rle.encode(samples, new FrameShape(1, 4, 1, 2));

    var header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(0)).isEqualTo(2);
    assertThat(header.getInt(4)).isEqualTo(64);
    assertThat(header.getInt(8)).isEqualTo(66);
    assertThat(Arrays.copyOfRange(encoded, 12, 64)).containsOnly(0);
    assertThat(Arrays.copyOfRange(encoded, 64, encoded.length))
        .containsExactly(-3, 9, 3, 1, 2, 3, 4, 0);
  }

  @Test
  void runs_end_with_their_row_and_at_128() {
    var encoded = Rle.encode(new byte[400], new FrameShape(2, 200, 1, 1));

    assertThat(Arrays.copyOfRange(encoded, 64, encoded.length))
        .containsExactly(-127, 0, -71, 0, -127, 0, -71, 0);
  }

  @Test
  void bytes_without_runs_cost_one_more_for_every_128() throws DicomException {
    var shape = new FrameShape(1, 300, 1, 1);
    var samples = new byte[300];
    for (var i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / 2); // pairs are not worth a run
    }

    var encoded = Rle.encode(samples, shape);

    assertThat(encoded).hasSize(64 + 300 + 3 + 1);
    assertThat(Rle.decode(encoded, shape)).isEqualTo(samples);
  }

  @Test
  void pixels_of_more_than_15_bytes_are_refused() {
    var shape = new FrameShape(1, 1, 4, 4);

    assertThatIllegalArgumentException().isThrownBy(() -> Rle.encode(new byte[16], shape));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rle.encode(new byte[3], new FrameShape(1, 1, 1, 2)));
  }

  /** Samples of 32 bits, as RT Dose has them. */
  private static Stream<Made> words() {
    return MadeFrames.kinds(new FrameShape(13, 31, 3, 4), 24).stream();
  }
}
