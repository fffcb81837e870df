package org.radcase.dicom.lut;

import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * The last step of a grey image, from display values to P-Values, both in [0, 1]. Source: PS3.3
 * C.11.4, C.11.6, C.8.11.3.1.2; PS3.4 N.2.
 */
public sealed interface PresentationLut permits PresentationLut.Shape, PresentationLut.Table {

  double pValueOf(double displayValue);

  /** Presentation LUT Shape (2050,0020). */
  enum Shape implements PresentationLut {
    IDENTITY {
      @Override
      public double pValueOf(double displayValue) {
        return displayValue;
      }
    },
    INVERSE {
      @Override
      public double pValueOf(double displayValue) {
        return 1 - displayValue;
      }
    }
  }

  /** Presentation LUT Sequence (2050,0010): the display range is spread over the whole table. */
  record Table(LookupTable table) implements PresentationLut {
    @Override
    public double pValueOf(double displayValue) {
      return table.partAt(displayValue);
    }
  }

  /**
   * The table, else the shape, else the polarity that the photometric interpretation gives: INVERSE
   * and MONOCHROME1 say the same thing, and one of them may not undo the other.
   *
   * @param fallback INVERSE for MONOCHROME1
   */
  static PresentationLut of(DataSet image, Shape fallback) {
    return image
        .item(Tag.PRESENTATION_LUT_SEQUENCE)
        .flatMap(item -> LookupTable.of(item, LookupTable.Input.UNSIGNED))
        .<PresentationLut>map(Table::new)
        .orElseGet(() -> shape(image.string(Tag.PRESENTATION_LUT_SHAPE).orElse(""), fallback));
  }

  private static Shape shape(String term, Shape fallback) {
    return switch (term) {
      case "IDENTITY" -> Shape.IDENTITY;
      case "INVERSE" -> Shape.INVERSE;
      default -> fallback;
    };
  }
}
