package org.radcase.dicom.pixel;

import java.util.Optional;
import java.util.OptionalDouble;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * Stored values that are no measurement: they count in no histogram and are shown black whatever the
 * window. Source: PS3.3 C.7.5.1.1.2.
 *
 * @param value Pixel Padding Value (0028,0120)
 * @param limit Pixel Padding Range Limit (0028,0121), on either side; the value itself without one
 */
public record PixelPadding(double value, double limit) {

  /** Reads it from a header; floating point pixel data has attributes of its own. */
  public static Optional<PixelPadding> of(DataSet image, PixelLayout layout) {
    return of(
            decimal(image, Tag.PIXEL_PADDING_VALUE, layout),
            decimal(image, Tag.PIXEL_PADDING_RANGE_LIMIT, layout))
        .or(() -> of(
            image.decimal(Tag.FLOAT_PIXEL_PADDING_VALUE),
            image.decimal(Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT)))
        .or(() -> of(
            image.decimal(Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE),
            image.decimal(Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT)));
  }

  private static Optional<PixelPadding> of(OptionalDouble value, OptionalDouble limit) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new PixelPadding(value.getAsDouble(), limit.orElse(value.getAsDouble())));
  }

  /** May stand as US in a signed image, or as SS in an unsigned one: its two bytes are what counts. */
  private static OptionalDouble decimal(DataSet image, Tag tag, PixelLayout layout) {
    var value = image.integer(tag);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    var whole = value.getAsInt();
    var isWord = whole >= Short.MIN_VALUE && whole <= 0xFFFF && layout.bitsAllocated() <= 16;
    if (!isWord) {
      return OptionalDouble.of(whole);
    }
    return OptionalDouble.of(layout.isSigned() ? (short) whole : whole & 0xFFFF);
  }

  public boolean contains(double storedValue) {
    return storedValue >= Math.min(value, limit) && storedValue <= Math.max(value, limit);
  }
}
