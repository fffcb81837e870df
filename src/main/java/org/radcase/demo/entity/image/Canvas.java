package org.radcase.demo.entity.image;

import java.util.Arrays;
import org.radcase.demo.entity.shape.Grain;
import org.radcase.demo.entity.shape.Solid;

/**
 * One image while it is painted: solids cover what lies under them, with edges as soft as a pixel,
 * as partial volume makes them. Mutable; for one thread.
 */
public final class Canvas {
  private static final int BLOCK = 16;
  private static final int SMALLEST = 4;
  // The fields of solids are only roughly distances; half as far again is enough.
  private static final double SAFETY = 1.5;

  private final Plane plane;
  private final float[] values;
  private final double edge;
  private final double[] first;
  private final double[] cosines;

  /** A canvas of one value. */
  public Canvas(Plane plane, double background) {
    this(plane, background, plane.spacing() * 0.75);
  }

  /** A canvas with edges that are soft over {@code edge} mm on both sides of a surface. */
  public Canvas(Plane plane, double background, double edge) {
    this.plane = plane;
    values = new float[plane.rows() * plane.columns()];
    Arrays.fill(values, (float) background);
    this.edge = edge;
    first = plane.position();
    cosines = plane.orientation().cosines();
  }

  /** The plane that this canvas covers. */
  public Plane plane() {
    return plane;
  }

  /** The values as they are now, {@code float[rows * columns]}, row-major, not a copy. */
  public float[] values() {
    return values;
  }

  /** Covers with one value. */
  public void paint(Solid solid, double value) {
    tint(solid, 1, value);
  }

  /** Covers with values that differ from place to place; depths beyond 3 mm may be told as more. */
  public void paint(Solid solid, Shade shade) {
    visit(
        solid,
        false,
        (i, cover, x, y, z, d) ->
            values[i] += (float) ((shade.at(x, y, z, Math.max(0, -d)) - values[i]) * cover));
  }

  /** Covers in part: {@code share} of the new value, the rest of what was there. */
  public void tint(Solid solid, double share, double value) {
    visit(
        solid,
        false,
        (i, cover, x, y, z, d) -> values[i] += (float) ((value - values[i]) * cover * share));
  }

  /** Covers only what now has a value between two bounds: one tissue among others. */
  public void replace(Solid solid, double lowest, double highest, Shade shade) {
    visit(solid, false, (i, cover, x, y, z, d) -> {
      if (values[i] < lowest || values[i] > highest) return;
      values[i] += (float) ((shade.at(x, y, z, Math.max(0, -d)) - values[i]) * cover);
    });
  }

  /** Covers in part with a border that fades over {@code fade} mm on both sides. */
  public void wash(Solid solid, double share, double value, double fade) {
    for (var step = -1; step <= 1; step++) {
      tint(solid.grow(step * fade), 1 - StrictMath.cbrt(1 - share), value);
    }
  }

  /** Covers where the new value is lower than what is there. */
  public void darken(Solid solid, Shade shade) {
    visit(solid, true, (i, cover, x, y, z, d) -> {
      var lower = shade.at(x, y, z, Math.max(0, -d)) - values[i];
      if (lower < 0) values[i] += (float) (lower * cover);
    });
  }

  /** Adds to what is there, as on a radiograph, where everything lies in the beam's way. */
  public void add(Solid solid, Shade shade) {
    visit(
        solid,
        true,
        (i, cover, x, y, z, d) ->
            values[i] += (float) (cover * shade.at(x, y, z, Math.max(0, -d))));
  }

  /** Changes every value where the solid is: the shade gives a factor. */
  public void multiply(Solid solid, Shade factor) {
    visit(
        solid,
        false,
        (i, cover, x, y, z, d) ->
            values[i] *= (float) (1 + cover * (factor.at(x, y, z, Math.max(0, -d)) - 1)));
  }

  private interface Brush {
    void touch(int index, double cover, double x, double y, double z, double distance);
  }

  /**
   * Block by block, and blocks within blocks: a solid is far from most of a picture, and most of it
   * lies far below its surface, so that one look at a block's centre often answers for all.
   */
  private void visit(Solid solid, boolean needsDepth, Brush brush) {
    var part = plane.window(solid.bounds(), edge);
    for (var row = part[2]; row <= part[3]; row += BLOCK) {
      for (var column = part[0]; column <= part[1]; column += BLOCK) {
        block(
            solid,
            needsDepth,
            brush,
            BLOCK,
            row,
            Math.min(row + BLOCK - 1, part[3]),
            column,
            Math.min(column + BLOCK - 1, part[1]));
      }
    }
  }

  private void block(
      Solid solid,
      boolean needsDepth,
      Brush brush,
      int size,
      int row,
      int lastRow,
      int column,
      int lastColumn) {
    var reach = SAFETY * 0.71 * size * plane.spacing() + edge;
    var middle = distance(solid, 0.5 * (row + lastRow), 0.5 * (column + lastColumn));
    if (middle > reach) return;
    var inside = middle < -reach && !needsDepth;
    if (inside || needsDepth || size <= SMALLEST) {
      for (var r = row; r <= lastRow; r++) {
        for (var c = column; c <= lastColumn; c++) touch(solid, inside, r, c, brush);
      }
      return;
    }
    var half = size / 2;
    for (var r = row; r <= lastRow; r += half) {
      for (var c = column; c <= lastColumn; c += half) {
        block(
            solid,
            false,
            brush,
            half,
            r,
            Math.min(r + half - 1, lastRow),
            c,
            Math.min(c + half - 1, lastColumn));
      }
    }
  }

  private double distance(Solid solid, double row, double column) {
    var across = column * plane.spacing();
    var down = row * plane.spacing();
    return solid.at(
        first[0] + down * cosines[3] + across * cosines[0],
        first[1] + down * cosines[4] + across * cosines[1],
        first[2] + down * cosines[5] + across * cosines[2]);
  }

  private void touch(Solid solid, boolean inside, int row, int column, Brush brush) {
    var across = column * plane.spacing();
    var down = row * plane.spacing();
    var x = first[0] + down * cosines[3] + across * cosines[0];
    var y = first[1] + down * cosines[4] + across * cosines[1];
    var z = first[2] + down * cosines[5] + across * cosines[2];
    var d = inside ? -1e3 : solid.at(x, y, z);
    if (d >= edge) return;
    var cover = d <= -edge ? 1 : 0.5 - d / (2 * edge);
    brush.touch(row * plane.columns() + column, cover, x, y, z, d);
  }

  /** Blurs by a small kernel, {@code passes} times: a deviation of about 0.7 pixels each. */
  public void blur(int passes) {
    for (var pass = 0; pass < passes; pass++) {
      for (var row = 0; row < plane.rows(); row++) {
        blurLine(row * plane.columns(), 1, plane.columns());
      }
      for (var column = 0; column < plane.columns(); column++) {
        blurLine(column, plane.columns(), plane.rows());
      }
    }
  }

  private void blurLine(int start, int stride, int count) {
    var before = values[start];
    for (var i = 0; i < count; i++) {
      var at = start + i * stride;
      var here = values[at];
      var after = i + 1 < count ? values[at + stride] : here;
      values[at] = 0.25f * before + 0.5f * here + 0.25f * after;
      before = here;
    }
  }

  /** Adds grain of this deviation. */
  public void grain(Grain grain, int place, double deviation) {
    for (int row = 0, i = 0; row < plane.rows(); row++) {
      for (var column = 0; column < plane.columns(); column++, i++) {
        values[i] += (float) (deviation * grain.at(row, column, place));
      }
    }
  }

  /** The stored values: {@code value - intercept}, rounded and held in [0, highest]. */
  public short[] stored(double intercept, int highest) {
    var stored = new short[values.length];
    for (var i = 0; i < stored.length; i++) {
      stored[i] = (short) Math.max(0, Math.min(highest, Math.round(values[i] - intercept)));
    }
    return stored;
  }
}
