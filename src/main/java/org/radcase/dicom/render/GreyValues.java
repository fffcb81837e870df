package org.radcase.dicom.render;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.pixel.FrameDecoder.Samples;
import org.radcase.dicom.pixel.PixelLayout.SampleKind;
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

  static GreyValues of(Samples samples) throws DicomException {
    var layout = samples.layout();
    if (layout.sampleKind() != SampleKind.INTEGER || layout.bitsStored() > TABLE_BITS) {
      return new Wide(StoredValues.doublesOf(samples));
    }
    var lowest = layout.isSigned() ? -(1 << (layout.bitsStored() - 1)) : 0;
    return new Tabular(StoredValues.of(samples), lowest, 1 << layout.bitsStored());
  }
}
