package org.radcase.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;

/** Reads distances of pixels. Source: PS3.3 section 10.7, C.7.6.3.1.7. */
final class Spacings {
  private static final List<Tag> BY_WORTH =
      List.of(Tag.PIXEL_SPACING, Tag.IMAGER_PIXEL_SPACING, Tag.NOMINAL_SCANNED_PIXEL_SPACING);

  private Spacings() {}

  static Optional<PixelSpacing> of(DataSet image, DataSet measures) {
    var own = pair(measures, Tag.PIXEL_SPACING);
    if (own.isPresent()) {
      return own;
    }
    return BY_WORTH.stream().flatMap(tag -> pair(image, tag).stream()).findFirst();
  }

  /** Height of a pixel over its width, by spacing or else by Pixel Aspect Ratio (0028,0034). */
  static double aspectRatio(DataSet image, Optional<PixelSpacing> spacing) {
    if (spacing.isPresent()) {
      return spacing.get().rowSpacing() / spacing.get().columnSpacing();
    }
    return pair(image, Tag.PIXEL_ASPECT_RATIO)
        .map(ratio -> ratio.rowSpacing() / ratio.columnSpacing())
        .orElse(1.0);
  }

  private static Optional<PixelSpacing> pair(DataSet from, Tag tag) {
    var values = from.decimals(tag);
    return values.length == 2 && values[0] > 0 && values[1] > 0
        ? Optional.of(new PixelSpacing(values[0], values[1]))
        : Optional.empty();
  }
}
