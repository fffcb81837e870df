package org.radcase.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.pixel.PixelLayout.SampleKind;

/**
 * Takes the stored values out of their containers: Bits Stored below High Bit, sign-extended where
 * Pixel Representation says so. Source: PS3.5 section 8.1.1.
 */
public final class StoredValues {
  private StoredValues() {}

  /**
   * One value a pixel, row by row; unsigned ones of 32 bits keep their bits.
   *
   * @throws DicomException NOT_DECODABLE unless the image has one integer a pixel of up to 32 bits
   */
  public static int[] of(FrameDecoder.Samples samples) throws DicomException {
    var layout = samples.layout();
    var isGrey = layout.samplesPerPixel() == 1 && layout.sampleKind() == SampleKind.INTEGER;
    if (!isGrey || layout.bitsAllocated() > 32) {
      throw DicomException.of(Kind.NOT_DECODABLE, "Not one integer of up to 32 bits a pixel");
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

  /**
   * One value a pixel, row by row; floats may be NaN or infinite. Source: PS3.5 section 8.1.1, PS3.3
   * C.7.6.24 and C.7.6.25.
   *
   * @throws DicomException NOT_DECODABLE unless the image has one float a pixel, or one integer of up
   *     to 32 bits
   */
  public static double[] doublesOf(FrameDecoder.Samples samples) throws DicomException {
    var layout = samples.layout();
    if (layout.sampleKind() != SampleKind.INTEGER && layout.samplesPerPixel() == 1) {
      return floats(samples);
    }
    var mask = layout.isSigned() ? -1L : 0xFFFFFFFFL;
    return Arrays.stream(of(samples)).mapToDouble(value -> value & mask).toArray();
  }

  private static double[] floats(FrameDecoder.Samples samples) {
    var layout = samples.layout();
    var values = new double[layout.pixels()];
    var bytes = ByteBuffer.wrap(samples.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (var i = 0; i < values.length; i++) {
      values[i] = layout.sampleKind() == SampleKind.FLOAT ? bytes.getFloat() : bytes.getDouble();
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
