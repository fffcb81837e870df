package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;

/** Writes a tag tree, with a grid of nodes for each level. Source: T.800 B.10.2. For one thread. */
final class TagTreeWriter {
  private final List<int[][]> values = new ArrayList<>();
  private final List<int[][]> told = new ArrayList<>();
  private final List<boolean[][]> isKnown = new ArrayList<>();
  private final HeaderBitWriter bits;

  TagTreeWriter(int[][] leaves, HeaderBitWriter bits) {
    this.bits = bits;
    var level = leaves;
    add(level);
    while (level.length > 1 || level[0].length > 1) {
      level = leastOfFour(level);
      add(level);
    }
  }

  private void add(int[][] level) {
    values.add(level);
    told.add(new int[level.length][level[0].length]);
    isKnown.add(new boolean[level.length][level[0].length]);
  }

  private static int[][] leastOfFour(int[][] level) {
    var least = new int[(level.length + 1) / 2][(level[0].length + 1) / 2];
    for (var y = 0; y < level.length; y++) {
      for (var x = 0; x < level[0].length; x++) {
        var isFirst = y % 2 == 0 && x % 2 == 0;
        var value = level[y][x];
        least[y / 2][x / 2] = isFirst ? value : Math.min(value, least[y / 2][x / 2]);
      }
    }
    return least;
  }

  /** Tells whether a leaf is below the threshold, and its value if so. */
  void write(int x, int y, int threshold) {
    var least = 0;
    for (var level = values.size() - 1; level >= 0; level--) {
      var value = values.get(level)[y >> level][x >> level];
      var known = isKnown.get(level)[y >> level];
      var counted = told.get(level)[y >> level];
      least = Math.max(least, counted[x >> level]);
      while (least < threshold && !known[x >> level]) {
        known[x >> level] = least == value;
        bits.bit(least == value ? 1 : 0);
        least += least == value ? 0 : 1;
      }
      counted[x >> level] = least;
    }
  }
}
