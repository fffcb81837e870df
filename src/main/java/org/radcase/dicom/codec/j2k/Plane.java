package org.radcase.dicom.codec.j2k;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The coefficients of one component of a tile, which become its samples in place. In a
 * row, coefficients of low frequency stand left of those of high; rows of both kinds take turns, as
 * in the image. For one thread.
 */
sealed interface Plane permits ReversiblePlane, IrreversiblePlane {

  static Plane of(TileComponent component) {
    return component.coding().isReversible()
        ? new ReversiblePlane(component)
        : new IrreversiblePlane(component);
  }

  /** @param values of the block, as {@link BlockDecoder} gives them */
  void put(CodeBlock block, int[] values);

  /** Undoes the wavelet transform. Source: T.800 F.3. */
  void synthesise();

  /** Samples of a row, rounded, before the level shift. */
  void read(int row, int[] into);

  /**
   * The magnitude of a coefficient, in halves, without the shift of a region of interest. Source:
   * T.800 H.1.
   */
  static int magnitude(int value, int shift) {
    var magnitude = value & Integer.MAX_VALUE;
    return shift > 0 && shift < Integer.SIZE - 1 && magnitude >>> 1 >= 1 << shift
        ? magnitude >>> shift
        : magnitude;
  }

  /**
   * The rows of each resolution, the lowest first, in the order of its image: those of low
   * frequency are every other one, and are the rows of the resolution below.
   */
  static <T> List<T[]> rowsByResolution(T[] rows, TileComponent component) {
    var all = new ArrayDeque<T[]>();
    var upper = rows;
    all.addFirst(upper);
    for (var resolution = component.coding().levels(); resolution > 0; resolution--) {
      var parity = component.resolution(resolution).y0() & 1;
      var lower = Arrays.copyOf(upper, component.resolution(resolution - 1).height());
      for (var i = 0; i < lower.length; i++) {
        lower[i] = upper[2 * i + parity];
      }
      all.addFirst(lower);
      upper = lower;
    }
    return List.copyOf(all);
  }
}
