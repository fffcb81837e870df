package org.radcase.dicom.render;

import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** What the bits of a sample are, which the pixel data's attribute says. Source: PS3.3 C.7.6.24, C.7.6.25. */
enum SampleKind {
  INTEGER,
  FLOAT,
  DOUBLE;

  static SampleKind of(DataSet image) {
    if (image.contains(Tag.FLOAT_PIXEL_DATA)) {
      return FLOAT;
    }
    return image.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA) ? DOUBLE : INTEGER;
  }
}
