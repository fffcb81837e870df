package org.radcase.dicom.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.pixel.FrameDecoder.Samples;
import org.radcase.dicom.pixel.StoredValues;

/** The stored values of a grey frame, row by row. */
sealed interface GreyValues {
  /** Wider values are not looked up in a table of all of them. */
  int TABLE_BITS = 16;

  /** Whole numbers from {@code lowest} to {@code lowest + span - 1}, few enough for a table. */
  @SuppressWarnings("ArrayRecordComponent") // its own, and never compared
  record Tabular(int[] values, int lowest, int span) implements GreyValues {}

  /** Any numbers; what is not finite is no measurement. */
  @SuppressWarnings("ArrayRecordComponent") // its own, and never compared
  record Wide(double[] values) implements GreyValues {}

  static GreyValues of(Samples samples, SampleKind kind) throws DicomException {
    var layout = samples.layout();
    if (kind != SampleKind.INTEGER) {
      return new Wide(floats(samples, kind));
    }
    var values = StoredValues.of(samples);
    if (layout.bitsStored() <= TABLE_BITS) {
      var lowest = layout.isSigned() ? -(1 << (layout.bitsStored() - 1)) : 0;
      return new Tabular(values, lowest, 1 << layout.bitsStored());
    }
    var wide = new double[values.length];
    for (var i = 0; i < wide.length; i++) {
      wide[i] = layout.isSigned() ? values[i] : values[i] & 0xFFFFFFFFL;
    }
    return new Wide(wide);
  }

  private static double[] floats(Samples samples, SampleKind kind) throws DicomException {
    var layout = samples.layout();
    if (layout.samplesPerPixel() != 1
        || layout.bitsAllocated() != (kind == SampleKind.FLOAT ? 32 : 64)) {
      throw DicomException.of(
          Kind.NOT_DECODABLE, "Floating point images have one sample of 32 or 64 bits");
    }
    var bytes = ByteBuffer.wrap(samples.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    var values = new double[layout.pixels()];
    for (var i = 0; i < values.length; i++) {
      values[i] = kind == SampleKind.FLOAT ? bytes.getFloat() : bytes.getDouble();
    }
    return values;
  }
}
