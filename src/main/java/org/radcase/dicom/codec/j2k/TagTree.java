package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;

/**
 * A quad tree of least values, told bit by bit as far as needed. Source: T.800 B.10.2. For one
 * thread.
 */
final class TagTree {
  // A value that no header can mean: there are no more bitplanes than this, and fewer layers.
  private static final int MOST = 1 << 16;
  private static final int MOST_LEVELS = 32;

  private final int[] widths = new int[MOST_LEVELS];
  private final int[] starts = new int[MOST_LEVELS];
  private final int levels;
  private final int[] atLeast;
  private final boolean[] isKnown;

  TagTree(int width, int height) {
    var nodes = 0;
    var level = 0;
    var across = width;
    var down = height;
    while (true) {
      widths[level] = across;
      starts[level] = nodes;
      nodes += across * down;
      level++;
      if (across * down <= 1) {
        break;
      }
      across = (across + 1) / 2;
      down = (down + 1) / 2;
    }
    levels = level;
    atLeast = new int[nodes];
    isKnown = new boolean[nodes];
  }

  /** Reads until it is clear whether the value of a leaf is less than {@code threshold}. */
  boolean isBelow(int x, int y, int threshold, HeaderBits bits) throws DicomException {
    var least = 0;
    for (var level = levels - 1; level >= 0; level--) {
      var node = starts[level] + (y >> level) * widths[level] + (x >> level);
      least = Math.max(least, atLeast[node]);
      while (least < threshold && !isKnown[node]) {
        if (bits.bit() == 1) {
          isKnown[node] = true;
        } else {
          least++;
        }
      }
      atLeast[node] = least;
    }
    return least < threshold;
  }

  /** Reads the value of a leaf. */
  int value(int x, int y, HeaderBits bits) throws DicomException {
    var threshold = 1;
    while (!isBelow(x, y, threshold, bits)) {
      if (threshold++ > MOST) {
        throw bits.malformed("A tag tree without end");
      }
    }
    return threshold - 1;
  }
}
