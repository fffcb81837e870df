package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.data.DicomException;

/** A value comes out of its container as it went in, whatever stands in the other bits. */
class StoredValuesTest {
  private static final int ROWS = 5;
  private static final int COLUMNS = 7;

  /** All Bits Stored and High Bits that fit, signed and unsigned. */
  static Stream<PixelLayout> layouts() {
    var layouts = new ArrayList<PixelLayout>();
    for (var allocated : new int[] {1, 8, 16, 32}) {
      for (var stored = 1; stored <= allocated; stored++) {
        for (var high = stored - 1; high < allocated; high += 3) {
          layouts.add(layout(allocated, stored, high, 0));
          if (allocated > 1) {
            layouts.add(layout(allocated, stored, high, 1));
          }
        }
      }
    }
    return layouts.stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void values_come_out_as_they_went_in(PixelLayout layout) throws DicomException {
    var random = new Random(layout.hashCode());
    var values = new double[ROWS * COLUMNS];
    var bytes = new byte[(int) layout.frameBytes()];
    random.nextBytes(bytes); // overlays and padding
    var lowest = layout.isSigned() ? -(1L << (layout.bitsStored() - 1)) : 0;
    for (var pixel = 0; pixel < values.length; pixel++) {
      var fromLowest = random.nextLong() & ((1L << layout.bitsStored()) - 1);
      values[pixel] = lowest + fromLowest;
      put(lowest + fromLowest, pixel, bytes, layout);
    }

    assertThat(StoredValues.doublesOf(new FrameDecoder.Samples(bytes, layout))).isEqualTo(values);
  }

  /** Bit by bit, as PS3.5 section 8.1.1 draws it. */
  private static void put(long value, int pixel, byte[] bytes, PixelLayout layout) {
    var lowBit = layout.highBit() - layout.bitsStored() + 1;
    for (var i = 0; i < layout.bitsStored(); i++) {
      var bit = pixel * layout.bitsAllocated() + lowBit + i;
      var mask = 1 << (bit % 8);
      bytes[bit / 8] &= (byte) ~mask;
      bytes[bit / 8] |= (byte) (((value >> i) & 1) << (bit % 8));
    }
  }

  private static PixelLayout layout(int allocated, int stored, int high, int representation) {
    return new PixelLayout(
        ROWS, COLUMNS, 1, Photometric.MONOCHROME2, 0, allocated, stored, high, representation, 1);
  }
}
