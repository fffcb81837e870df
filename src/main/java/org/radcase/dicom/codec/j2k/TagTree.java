package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;

/**
 * A quad tree of least values, told bit by bit as far as needed. Source: T.800 B.10.2. For one
 * thread.
 */
final class TagTree {
  // A value that no header can mean: there are no more bitplanes than this, and fewer layers.
  private static final int MOST = 1 << 16;

  private final int width;
  private final int height;
  private final int levels;
  // By level from the leaves up, row by row: twice what a value is at least, plus one if it is
  // that.
  private final int[] nodes;

  TagTree(int width, int height) {
    this.width = width;
    this.height = height;
    var count = width * height;
    var level = 1;
    for (; width > 1 << (level - 1) || height > 1 << (level - 1); level++) {
      count += at(width, level) * at(height, level);
    }
    levels = level;
    nodes = new int[count];
  }

  /** A side of the tree at a level. */
  private static int at(int side, int level) {
    return (side + (1 << level) - 1) >> level;
  }

  /** Reads until it is clear whether the value of a leaf is less than {@code threshold}. */
  boolean isBelow(int x, int y, int threshold, HeaderBits bits) throws DicomException {
    var least = 0;
    var start = nodes.length;
    for (var level = levels - 1; level >= 0; level--) {
      var across = at(width, level);
      start -= across * at(height, level);
      var node = start + (y >> level) * across + (x >> level);
      var isKnown = nodes[node] & 1;
      least = Math.max(least, nodes[node] >> 1);
      while (least < threshold && isKnown == 0) {
        isKnown = bits.bit();
        least += 1 - isKnown;
      }
      nodes[node] = least << 1 | isKnown;
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
