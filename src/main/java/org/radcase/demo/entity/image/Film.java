package org.radcase.demo.entity.image;

import java.util.function.DoubleFunction;

/**
 * What reaches a detector through a body: sums of attenuation along the beam, and the processing
 * that makes a readable radiograph of them. Bright is dense. Mutable; for one thread.
 */
public final class Film {
  private final int rows;
  private final int columns;
  private float[] values;

  /** An empty film. */
  public Film(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    values = new float[rows * columns];
  }

  /** A film of what has been painted flat, each value the attenuation along its beam. */
  public static Film of(Canvas canvas) {
    var film = new Film(canvas.plane().rows(), canvas.plane().columns());
    film.values = canvas.values().clone();
    return film;
  }

  /**
   * Projects a body through parallel planes.
   *
   * @param plane the canvas at a depth in mm, painted in HU
   * @param step from one plane to the next, mm
   */
  public static Film through(
      double from, double to, double step, DoubleFunction<Canvas> plane, int rows, int columns) {
    var film = new Film(rows, columns);
    for (var at = from; at <= to; at += step) {
      var slab = plane.apply(at).values();
      for (var i = 0; i < slab.length; i++) {
        // Bone absorbs more than its HU say: its effective atomic number is higher.
        var density = Math.max(0, slab[i] + 1000);
        film.values[i] += (float) (step * (density + Math.max(0, slab[i] - 150) * 0.9) / 1000);
      }
    }
    return film;
  }

  /** The values, not a copy. */
  public float[] values() {
    return values;
  }

  /** The same film with {@code factor} times as many rows and columns, smoothly interpolated. */
  public Film enlarged(int factor) {
    var large = new Film(rows * factor, columns * factor);
    for (int r = 0, i = 0; r < large.rows; r++) {
      var y = Math.max(0, Math.min(rows - 1.001, (r + 0.5) / factor - 0.5));
      var y0 = (int) y;
      for (var c = 0; c < large.columns; c++, i++) {
        var x = Math.max(0, Math.min(columns - 1.001, (c + 0.5) / factor - 0.5));
        var x0 = (int) x;
        var at = y0 * columns + x0;
        var tx = (float) (x - x0);
        var ty = (float) (y - y0);
        var top = values[at] * (1 - tx) + values[at + 1] * tx;
        var low = values[at + columns] * (1 - tx) + values[at + columns + 1] * tx;
        large.values[i] = top * (1 - ty) + low * ty;
      }
    }
    return large;
  }

  /** Takes away a share of what is broad, so that dense and light parts can be read together. */
  public Film levelled(int radius, double share) {
    var broad = blurred(blurred(blurred(values, radius), radius), radius);
    for (var i = 0; i < values.length; i++) values[i] -= (float) (share * broad[i]);
    return this;
  }

  /** Makes edges crisper. */
  public Film sharpened(int radius, double share) {
    var soft = blurred(blurred(values, radius), radius);
    for (var i = 0; i < values.length; i++) {
      values[i] += (float) (share * (values[i] - soft[i]));
    }
    return this;
  }

  /** Blurs by a box of this radius in pixels, {@code passes} times. */
  public Film soft(int radius, int passes) {
    for (var pass = 0; pass < passes; pass++) values = blurred(values, radius);
    return this;
  }

  private float[] blurred(float[] source, int radius) {
    var across = new float[source.length];
    for (var r = 0; r < rows; r++) line(source, across, r * columns, 1, columns, radius);
    var down = new float[source.length];
    for (var c = 0; c < columns; c++) line(across, down, c, columns, rows, radius);
    return down;
  }

  private static void line(float[] from, float[] to, int start, int stride, int count, int radius) {
    var sum = 0.0;
    for (var i = -radius; i <= radius; i++) sum += from[start + hold(i, count) * stride];
    for (var i = 0; i < count; i++) {
      to[start + i * stride] = (float) (sum / (2 * radius + 1));
      sum += from[start + hold(i + radius + 1, count) * stride];
      sum -= from[start + hold(i - radius, count) * stride];
    }
  }

  private static int hold(int index, int count) {
    return Math.max(0, Math.min(count - 1, index));
  }
}
