package org.radcase.demo.entity.image;

import org.radcase.demo.entity.shape.Bounds;

/**
 * The plane of one image: a grid of square pixels across patient space.
 *
 * @param x y and z: the centre of the image, mm, LPS
 * @param spacing from one pixel's centre to the next, mm
 */
public record Plane(
    Orientation orientation, int rows, int columns, double spacing, double x, double y, double z) {

  /** The three usual orientations, with the directions of a row and of a column. */
  public enum Orientation {
    /** Row to the patient's left, column to the back. */
    AXIAL(new double[] {1, 0, 0, 0, 1, 0}),
    /** Row to the patient's left, column to the feet. */
    CORONAL(new double[] {1, 0, 0, 0, 0, -1}),
    /** Row to the back, column to the feet. */
    SAGITTAL(new double[] {0, 1, 0, 0, 0, -1});

    @SuppressWarnings("ImmutableEnumChecker") // handed out as a copy
    private final double[] cosines;

    Orientation(double[] cosines) {
      this.cosines = cosines;
    }

    /** Image Orientation (Patient): direction cosines of a row and of a column. */
    public double[] cosines() {
      return cosines.clone();
    }
  }

  /** Image Position (Patient): the centre of the first pixel, mm. */
  public double[] position() {
    var c = orientation.cosines;
    var right = -0.5 * (columns - 1) * spacing;
    var down = -0.5 * (rows - 1) * spacing;
    return new double[] {
      x + right * c[0] + down * c[3], y + right * c[1] + down * c[4], z + right * c[2] + down * c[5]
    };
  }

  /** Where this plane meets a box: first and last column, first and last row; may be empty. */
  int[] window(Bounds box, double margin) {
    var low = new double[] {box.minX() - margin, box.minY() - margin, box.minZ() - margin};
    var high = new double[] {box.maxX() + margin, box.maxY() + margin, box.maxZ() + margin};
    var at = new double[] {x, y, z};
    var normal = orientation == Orientation.AXIAL ? 2 : orientation == Orientation.CORONAL ? 1 : 0;
    if (at[normal] < low[normal] || at[normal] > high[normal]) return new int[] {0, -1, 0, -1};
    var across = range(orientation == Orientation.SAGITTAL ? 1 : 0, 0, columns, low, high);
    var down = range(orientation == Orientation.AXIAL ? 1 : 2, 3, rows, low, high);
    return new int[] {across[0], across[1], down[0], down[1]};
  }

  private int[] range(int axis, int cosine, int count, double[] low, double[] high) {
    var sign = orientation.cosines[cosine + axis];
    var first = position()[axis];
    var a = (low[axis] - first) / (sign * spacing);
    var b = (high[axis] - first) / (sign * spacing);
    var from = Math.max(0, Math.min(count, Math.ceil(Math.min(a, b))));
    var to = Math.max(-1, Math.min(count - 1, Math.floor(Math.max(a, b))));
    return new int[] {(int) from, (int) to};
  }
}
