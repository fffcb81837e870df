package org.radcase.demo.entity.shape;

import java.util.SplittableRandom;

/**
 * A tile of image noise, mean 0 and deviation 1, that is laid over a picture at a random place.
 * Its grain is as wide as the detector or the reconstruction filter makes it.
 */
public final class Grain {
  private static final int SIZE = 512;
  private static final int MASK = SIZE - 1;

  private final float[] tile;

  private Grain(float[] tile) {
    this.tile = tile;
  }

  /** Grain of a CT reconstruction: smooth over a pixel or two, without slow waves. */
  public static Grain ofCt(long seed) {
    var white = white(seed);
    var fine = blurred(white, 1);
    var slow = blurred(fine, 9);
    for (var i = 0; i < fine.length; i++) fine[i] -= slow[i];
    return new Grain(normalised(fine));
  }

  /** Grain that is almost independent from pixel to pixel: MR, radiographs, counts. */
  public static Grain fine(long seed) {
    var white = white(seed);
    var soft = blurred(white, 1);
    for (var i = 0; i < white.length; i++) white[i] = 0.5f * white[i] + soft[i];
    return new Grain(normalised(white));
  }

  /** The value for a pixel of a picture whose tile lies at {@code place}, any number. */
  public double at(int row, int column, int place) {
    return tile[(row + (place >>> 16) & MASK) * SIZE + (column + place & MASK)];
  }

  private static float[] white(long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[SIZE * SIZE];
    for (var i = 0; i < values.length; i++) {
      // Twelve would be closer to a bell; four are enough for the eye.
      values[i] = (float) (random.nextDouble()
          + random.nextDouble()
          + random.nextDouble()
          + random.nextDouble()
          - 2);
    }
    return values;
  }

  private static float[] blurred(float[] values, int passes) {
    var result = values.clone();
    var next = new float[values.length];
    for (var pass = 0; pass < passes; pass++) {
      for (var stride = 1; stride <= SIZE; stride *= SIZE) {
        for (var i = 0; i < values.length; i++) {
          var place = i / stride & MASK;
          var start = i - place * stride;
          next[i] = 0.25f * result[start + (place + MASK & MASK) * stride]
              + 0.5f * result[i]
              + 0.25f * result[start + (place + 1 & MASK) * stride];
        }
        var swap = result;
        result = next;
        next = swap;
      }
    }
    return result;
  }

  private static float[] normalised(float[] values) {
    var squares = 0.0;
    for (var value : values) squares += (double) value * value;
    var scale = (float) (1 / Math.sqrt(squares / values.length));
    for (var i = 0; i < values.length; i++) values[i] *= scale;
    return values;
  }
}
