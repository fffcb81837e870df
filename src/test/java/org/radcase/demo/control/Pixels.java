package org.radcase.demo.control;

import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** Pixels of demo instances, for tests. */
final class Pixels {
  private Pixels() {}

  /** The stored values of all frames. */
  static int[] of(DataSet instance) {
    var bytes = instance.bytes(Tag.PIXEL_DATA).orElseThrow();
    if (instance.integer(Tag.BITS_ALLOCATED).orElseThrow() == 8) {
      var values = new int[bytes.length];
      for (var i = 0; i < values.length; i++) values[i] = bytes[i] & 0xFF;
      return values;
    }
    var values = new int[bytes.length / 2];
    for (var i = 0; i < values.length; i++) {
      values[i] = (bytes[2 * i] & 0xFF) | ((bytes[2 * i + 1] & 0xFF) << 8);
    }
    return values;
  }

  /**
   * The mean modality value of the 5 × 5 pixels around a point of the patient, found by the geometry
   * in the header alone.
   */
  static double around(DataSet instance, double x, double y, double z) {
    var position = instance.decimals(Tag.IMAGE_POSITION_PATIENT);
    var cosines = instance.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
    var spacing = instance.decimals(Tag.PIXEL_SPACING);
    var point = new double[] {x, y, z};
    var across = 0.0;
    var down = 0.0;
    for (var k = 0; k < 3; k++) {
      across += (point[k] - position[k]) * cosines[k] / spacing[1];
      down += (point[k] - position[k]) * cosines[3 + k] / spacing[0];
    }
    var columns = instance.integer(Tag.COLUMNS).orElseThrow();
    var values = of(instance);
    var sum = 0.0;
    for (var r = -2; r <= 2; r++) {
      for (var c = -2; c <= 2; c++) {
        sum += values[((int) Math.round(down) + r) * columns + (int) Math.round(across) + c];
      }
    }
    return sum / 25 * instance.decimal(Tag.RESCALE_SLOPE).orElse(1)
        + instance.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
  }
}
