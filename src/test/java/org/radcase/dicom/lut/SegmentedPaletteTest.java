package org.radcase.dicom.lut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SegmentedPaletteTest {

  @Test
  void a_segmented_palette_is_unrolled() {
    // discrete 2: 100 200; linear 4 to 600; indirect: 1 segment from byte 0
    var words = words(0, 2, 100, 200, 1, 4, 600, 2, 1, 0, 0);

    assertThat(SegmentedPalette.unroll(words, 16, 2))
        .containsExactly(100, 200, 300, 400, 500, 600, 100, 200);
    assertThat(SegmentedPalette.unroll(words, 3, 2)).containsExactly(100, 200, 300);
  }

  private static byte[] words(int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }
}
