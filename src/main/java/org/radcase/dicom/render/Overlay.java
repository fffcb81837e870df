package org.radcase.dicom.render;

import java.util.function.IntConsumer;
import org.radcase.dicom.pixel.FrameDecoder.Samples;

/**
 * One frame of an overlay plane: where bits are 1 it is marked. Source: PS3.3 C.9.2, PS3.5 section 8.1.2.
 *
 * @param group from 6000 to 601E, hexadecimal
 * @param top row of its upper left corner in the image, from 0; may be outside
 * @param left column of that corner
 */
record Overlay(int group, int rows, int columns, int top, int left, Bits bits) {

  /** Where the bits are. */
  sealed interface Bits permits OwnBits, EmbeddedBits {}

  /**
   * Overlay Data (60xx,3000), the lowest bit of a byte first, row by row without padding.
   *
   * @param firstBit of this frame
   */
  @SuppressWarnings("ArrayRecordComponent") // its own, and never compared
  record OwnBits(byte[] data, int firstBit) implements Bits {
    boolean isSet(int index) {
      var bit = (long) firstBit + index;
      var at = (int) (bit >> 3);
      return at < data.length && (data[at] >> (bit & 7) & 1) == 1;
    }
  }

  /** One bit of each pixel that holds no part of the stored value; retired, and met in old files. */
  record EmbeddedBits(int position) implements Bits {
    boolean isSet(Samples samples, int pixel) {
      var size = samples.layout().bitsAllocated() / 8;
      var at = pixel * size + position / 8;
      return (samples.bytes()[at] >> (position % 8) & 1) == 1;
    }
  }

  /** Names the index of each image pixel that is marked. */
  void forEachMark(Samples samples, IntConsumer mark) {
    var image = samples.layout();
    var lastRow = Math.min(rows, (long) image.rows() - top);
    var lastColumn = Math.min(columns, (long) image.columns() - left);
    for (var row = Math.max(0, -top); row < lastRow; row++) {
      for (var column = Math.max(0, -left); column < lastColumn; column++) {
        var pixel = (row + top) * image.columns() + column + left;
        if (isSet(samples, row * columns + column, pixel)) {
          mark.accept(pixel);
        }
      }
    }
  }

  private boolean isSet(Samples samples, int index, int pixel) {
    if (bits instanceof OwnBits own) {
      return own.isSet(index);
    }
    return ((EmbeddedBits) bits).isSet(samples, pixel);
  }
}
