package org.radcase.dicom.lut;

import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** Rescale Slope, Intercept and Type: a modality LUT of the linear kind. Source: PS3.3 C.11.1.1.2. */
public record Rescale(double slope, double intercept, String type) implements ModalityLut {
  public static final Rescale NONE = new Rescale(1, 0, "");

  /** What an image or a Pixel Value Transformation item says; slope 1 and intercept 0 by default. */
  public static Rescale of(DataSet transformation) {
    var slope = transformation.decimal(Tag.RESCALE_SLOPE).orElse(1);
    return new Rescale(
        slope == 0 ? 1 : slope, // a slope of 0 would make every pixel the same
        transformation.decimal(Tag.RESCALE_INTERCEPT).orElse(0),
        transformation.string(Tag.RESCALE_TYPE).orElse(""));
  }

  @Override
  public double modalityValueOf(double storedValue) {
    return slope * storedValue + intercept;
  }
}
