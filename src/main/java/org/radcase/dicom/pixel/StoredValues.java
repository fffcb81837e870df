package org.radcase.dicom.pixel;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Takes the stored values out of their containers: Bits Stored below High Bit, sign-extended where
 * Pixel Representation says so. Source: PS3.5 section 8.1.1.
 */
public final class StoredValues {
  private StoredValues() {}

  /**
   * One value a pixel, row by row; unsigned ones of 32 bits keep their bits.
   *
   * @throws DicomException NOT_DECODABLE unless the image has one sample a pixel of up to 32 bits
   */
  public static int[] of(FrameDecoder.Samples samples) throws DicomException {
    var layout = samples.layout();
    if (layout.samplesPerPixel() != 1 || layout.bitsAllocated() > 32) {
      throw DicomException.of(Kind.NOT_DECODABLE, "Grey images have one sample of up to 32 bits");
    }
    var values = new int[layout.pixels()];
    var bytes = samples.bytes();
    switch (layout.bitsAllocated()) {
      case 1 -> bits(bytes, values);
      case 8 -> eights(bytes, values);
      case 16 -> sixteens(bytes, values);
      default -> thirtyTwos(bytes, values);
    }
    if (layout.bitsAllocated() > 1) {
      cut(values, layout);
    }
    return values;
  }

  private static void bits(byte[] bytes, int[] values) {
    for (var i = 0; i < values.length; i++) {
      values[i] = (bytes[i >> 3] >> (i & 7)) & 1;
    }
  }

  private static void eights(byte[] bytes, int[] values) {
    for (var i = 0; i < values.length; i++) {
      values[i] = bytes[i] & 0xFF;
    }
  }

  private static void sixteens(byte[] bytes, int[] values) {
    for (var i = 0; i < values.length; i++) {
      values[i] = (bytes[2 * i] & 0xFF) | ((bytes[2 * i + 1] & 0xFF) << 8);
    }
  }

  private static void thirtyTwos(byte[] bytes, int[] values) {
    for (var i = 0; i < values.length; i++) {
      var at = 4 * i;
      values[i] = (bytes[at] & 0xFF)
          | ((bytes[at + 1] & 0xFF) << 8)
          | ((bytes[at + 2] & 0xFF) << 16)
          | (bytes[at + 3] << 24);
    }
  }

  private static void cut(int[] values, PixelLayout layout) {
    var left = 31 - layout.highBit();
    var right = 32 - layout.bitsStored();
    for (var i = 0; i < values.length; i++) {
      var top = values[i] << left;
      values[i] = layout.isSigned() ? top >> right : top >>> right;
    }
  }
}
