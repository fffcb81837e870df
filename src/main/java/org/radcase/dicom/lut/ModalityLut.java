package org.radcase.dicom.lut;

import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** From stored values to modality values, such as HU. Source: PS3.3 C.11.1. */
public sealed interface ModalityLut permits Rescale, ModalityLut.Table {

  double modalityValueOf(double storedValue);

  /** Rescale Type (0028,1054) or Modality LUT Type (0028,3004), such as HU; or empty. */
  String type();

  /** Modality LUT Sequence (0028,3000). */
  record Table(LookupTable table, String type) implements ModalityLut {
    @Override
    public double modalityValueOf(double storedValue) {
      return table.valueOf(storedValue);
    }
  }

  /**
   * The table of the image, else the rescale.
   *
   * @param transformation the frame's Pixel Value Transformation item, or the image
   * @param input by Pixel Representation
   */
  static ModalityLut of(DataSet image, DataSet transformation, LookupTable.Input input) {
    var item = image.item(Tag.MODALITY_LUT_SEQUENCE).orElse(DataSet.EMPTY);
    return LookupTable.of(item, input)
        .<ModalityLut>map(
            table -> new Table(table, item.string(Tag.MODALITY_LUT_TYPE).orElse("")))
        .orElseGet(() -> Rescale.of(transformation));
  }

  /** Whether a modality value may be below zero, so that a table after it has signed input. */
  default LookupTable.Input outputOf(LookupTable.Input input) {
    if (this instanceof Rescale rescale) {
      return rescale.intercept() < 0 || rescale.slope() < 0 ? LookupTable.Input.SIGNED : input;
    }
    return LookupTable.Input.UNSIGNED;
  }
}
