package org.radcase.dicom.codec.j2k;

import java.util.List;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Undoes the component transforms. Source: T.800 annex G. */
final class ColorTransform {
  private ColorTransform() {}

  /** Makes the first three components red, green and blue. */
  static void undo(List<Plane> planes, Area area) throws DicomException {
    if (planes.size() >= 3) {
      var first = planes.get(0);
      var second = planes.get(1);
      var third = planes.get(2);
      if (first instanceof ReversiblePlane y
          && second instanceof ReversiblePlane u
          && third instanceof ReversiblePlane v) {
        for (var row = 0; row < area.height(); row++) {
          undoReversible(y.row(row), u.row(row), v.row(row));
        }
        return;
      }
      if (first instanceof IrreversiblePlane y
          && second instanceof IrreversiblePlane cb
          && third instanceof IrreversiblePlane cr) {
        for (var row = 0; row < area.height(); row++) {
          undoIrreversible(y.row(row), cb.row(row), cr.row(row));
        }
        return;
      }
    }
    throw DicomException.of(
        Kind.MALFORMED, "A component transform without three components of one wavelet");
  }

  /** RCT, equations G-6 to G-8. */
  private static void undoReversible(int[] y, int[] u, int[] v) {
    for (var x = 0; x < y.length; x++) {
      var green = y[x] - ((u[x] + v[x]) >> 2);
      y[x] = v[x] + green;
      v[x] = u[x] + green;
      u[x] = green;
    }
  }

  /** ICT, equations G-12 to G-14. */
  private static void undoIrreversible(float[] y, float[] cb, float[] cr) {
    for (var x = 0; x < y.length; x++) {
      var red = y[x] + 1.402f * cr[x];
      var green = y[x] - 0.344136f * cb[x] - 0.714136f * cr[x];
      cr[x] = y[x] + 1.772f * cb[x];
      y[x] = red;
      cb[x] = green;
    }
  }
}
