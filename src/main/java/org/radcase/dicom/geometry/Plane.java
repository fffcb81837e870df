package org.radcase.dicom.geometry;

import java.util.Arrays;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;

/**
 * The plane of one frame. Source: PS3.3 C.7.6.2.1.1.
 *
 * @param position center of the first pixel, mm
 * @param rowCosines unit vector along a row, towards higher columns
 * @param columnCosines unit vector along a column, towards higher rows
 */
public record Plane(Vector3 position, Vector3 rowCosines, Vector3 columnCosines) {
  /** Cosines are text of few digits: off by more, they are no directions of a plane. */
  private static final double COSINE_TOLERANCE = 0.01;

  /** No scanner is as long; what is farther overflows when it is measured. */
  private static final double FARTHEST_MM = 1e6;

  private static final int MOST_DOSE_FRAMES = 1000;

  public Plane {
    if (!(Math.abs(rowCosines.length() - 1) <= COSINE_TOLERANCE)
        || !(Math.abs(columnCosines.length() - 1) <= COSINE_TOLERANCE)
        || !(Math.abs(rowCosines.dot(columnCosines)) <= COSINE_TOLERANCE)) {
      throw new IllegalArgumentException("Direction cosines are not two unit vectors square on");
    }
  }

  /** The plane of a single-frame image; none if it is absent or makes no sense. */
  public static Optional<Plane> of(DataSet image) {
    return ofFrame(image, 0);
  }

  /** The plane of a frame, from functional groups where there are any. Source: C.7.6.16.2.3, .4. */
  public static Optional<Plane> ofFrame(DataSet image, int frameIndex) {
    var position = FunctionalGroups.macroOrImage(image, frameIndex, Tag.PLANE_POSITION_SEQUENCE)
        .decimals(Tag.IMAGE_POSITION_PATIENT);
    var orientation = FunctionalGroups.macroOrImage(
            image, frameIndex, Tag.PLANE_ORIENTATION_SEQUENCE)
        .decimals(Tag.IMAGE_ORIENTATION_PATIENT);
    if (position.length != 3 || orientation.length != 6 || isFar(position)) {
      return Optional.empty();
    }
    try {
      var plane = new Plane(
          new Vector3(position[0], position[1], position[2]),
          new Vector3(orientation[0], orientation[1], orientation[2]),
          new Vector3(orientation[3], orientation[4], orientation[5]));
      return Optional.of(plane.shifted(offset(image, frameIndex)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isFar(double[] position) {
    return Arrays.stream(position).anyMatch(mm -> Math.abs(mm) > FARTHEST_MM);
  }

  /** From the first frame of an RT dose to this one, mm along the normal. Source: C.8.8.3.2. */
  private static double offset(DataSet image, int frameIndex) {
    if (frameIndex >= MOST_DOSE_FRAMES) {
      return 0; // to read the vector for each of a million frames would take hours
    }
    var offsets = image.decimals(Tag.GRID_FRAME_OFFSET_VECTOR);
    return frameIndex < offsets.length ? offsets[frameIndex] - offsets[0] : 0;
  }

  private Plane shifted(double distance) {
    return distance == 0
        ? this
        : new Plane(position.plus(normal().times(distance)), rowCosines, columnCosines);
  }

  /** Unit vector square on the plane: row direction × column direction. */
  public Vector3 normal() {
    return rowCosines.cross(columnCosines).unit();
  }

  /** Of the plane from the origin, along a normal; mm. */
  public double distanceAlong(Vector3 normal) {
    return position.dot(normal);
  }
}
