package org.radcase.demo.entity.shape;

import java.util.SplittableRandom;

/**
 * Smooth noise in space with a mean of 0 and a deviation of about 1, whose features are about one
 * unit wide. It repeats every {@value #PERIOD} units. The same seed gives the same noise on every
 * machine: no call of a function that may differ in its last bit.
 *
 * <p>Made as blurred white noise on a lattice fine enough to read it by linear interpolation,
 * which needs eight reads and no gradients.
 */
public final class Noise {
  /** Units after which the noise repeats itself. */
  public static final int PERIOD = 16;

  private static final int SIZE = 64;
  private static final int MASK = SIZE - 1;
  private static final double CELLS = (double) SIZE / PERIOD;

  private final float[] lattice;
  private final double shift;

  private Noise(float[] lattice, double shift) {
    this.lattice = lattice;
    this.shift = shift;
  }

  /** The noise of this seed. */
  public Noise(long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[SIZE * SIZE * SIZE];
    for (var i = 0; i < values.length; i++) values[i] = (float) (random.nextDouble() - 0.5);
    for (var pass = 0; pass < 3; pass++) {
      values = blur(values, 1);
      values = blur(values, SIZE);
      values = blur(values, SIZE * SIZE);
    }
    lattice = normalised(values);
    shift = 0;
  }

  /** Another part of the same noise, as good as another noise and at no cost. */
  public Noise elsewhere(int place) {
    return new Noise(lattice, (place & 0xFFFF) * 0.7310585);
  }

  /** The value at a point in units. */
  public double at(double x, double y, double z) {
    var cx = (x + shift) * CELLS;
    var cy = (y + 1.7 * shift) * CELLS;
    var cz = (z + 0.6 * shift) * CELLS;
    var fx = Math.floor(cx);
    var fy = Math.floor(cy);
    var fz = Math.floor(cz);
    var tx = cx - fx;
    var ty = cy - fy;
    var tz = cz - fz;
    var x0 = (int) fx & MASK;
    var x1 = x0 + 1 & MASK;
    var y0 = ((int) fy & MASK) * SIZE;
    var y1 = ((int) fy + 1 & MASK) * SIZE;
    var z0 = ((int) fz & MASK) * SIZE * SIZE;
    var z1 = ((int) fz + 1 & MASK) * SIZE * SIZE;
    var a = lattice[z0 + y0 + x0] * (1 - tx) + lattice[z0 + y0 + x1] * tx;
    var b = lattice[z0 + y1 + x0] * (1 - tx) + lattice[z0 + y1 + x1] * tx;
    var c = lattice[z1 + y0 + x0] * (1 - tx) + lattice[z1 + y0 + x1] * tx;
    var d = lattice[z1 + y1 + x0] * (1 - tx) + lattice[z1 + y1 + x1] * tx;
    var near = a * (1 - ty) + b * ty;
    var far = c * (1 - ty) + d * ty;
    return near * (1 - tz) + far * tz;
  }

  /** Three octaves, each twice as fine and half as strong; deviation about 1. */
  public double rough(double x, double y, double z) {
    return 0.87
        * (at(x, y, z)
            + 0.5 * at(2 * x + 3.7, 2 * y, 2 * z)
            + 0.25 * at(4 * x, 4 * y + 5.1, 4 * z));
  }

  private static float[] blur(float[] values, int stride) {
    var blurred = new float[values.length];
    for (var i = 0; i < values.length; i++) {
      var place = i / stride & MASK;
      var start = i - place * stride;
      blurred[i] = 0.25f * values[start + (place + MASK & MASK) * stride]
          + 0.5f * values[i]
          + 0.25f * values[start + (place + 1 & MASK) * stride];
    }
    return blurred;
  }

  private static float[] normalised(float[] values) {
    var sum = 0.0;
    var squares = 0.0;
    for (var value : values) {
      sum += value;
      squares += (double) value * value;
    }
    var mean = sum / values.length;
    var scale = 1 / Math.sqrt(squares / values.length - mean * mean);
    for (var i = 0; i < values.length; i++) values[i] = (float) ((values[i] - mean) * scale);
    return values;
  }
}
