package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.radcase.dicom.data.DicomException;

class DeflatedFrameTest {

  @Test
  void frames_of_all_kinds_are_the_same_after_encoding_and_decoding() {
    assertThat(MadeFrames.all()).allSatisfy(frame -> {
      var encoded = DeflatedFrame.encode(frame.samples());

      assertThat(encoded.length % 2).isZero();
      assertThat(DeflatedFrame.decode(encoded, frame.shape().bytes())).isEqualTo(frame.samples());
    });
  }

  @Test
  void a_bomb_gives_no_more_than_the_frame_that_was_declared() throws DicomException {
    var bomb = DeflatedFrame.encode(new byte[10_000_000]);

    assertThat(DeflatedFrame.decode(bomb, 100)).hasSize(100).containsOnly(0);
  }
}
