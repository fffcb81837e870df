package org.radcase.dicom.lut;

import java.util.Arrays;

/**
 * Unrolls a Segmented Palette Color Lookup Table: runs of values, straight lines, and repeats of
 * earlier segments. Source: PS3.3 C.7.9.2.
 */
final class SegmentedPalette {
  private static final int DISCRETE = 0;
  private static final int LINEAR = 1;
  private static final int INDIRECT = 2;

  private final byte[] data;
  private final int unitBytes;
  private final int[] values;
  private int filled;

  private SegmentedPalette(byte[] data, int entries, int unitBytes) {
    this.data = data;
    this.unitBytes = unitBytes;
    values = new int[entries];
  }

  /**
   * Each entry at its full width.
   *
   * @param unitBytes 2 for tables of 16 bits, 1 for those of 8
   * @return as many as the segments give, at most {@code entries}
   */
  static int[] unroll(byte[] data, int entries, int unitBytes) {
    var palette = new SegmentedPalette(data, entries, unitBytes);
    var at = 0;
    while (at < palette.units() && palette.filled < entries) {
      at = palette.unit(at) == INDIRECT ? palette.repeat(at + 1) : palette.segment(at);
    }
    return Arrays.copyOf(palette.values, palette.filled);
  }

  private int repeat(int at) {
    var segments = unit(at);
    var offsetUnits = unitBytes == 2 ? 2 : 4;
    var offset = 0L;
    for (var i = offsetUnits - 1; i >= 0; i--) {
      offset = (offset << (8 * unitBytes)) | unit(at + 1 + i);
    }
    var from = (int) Math.min(units(), offset / unitBytes);
    for (var i = 0; i < segments && from < units() && unit(from) != INDIRECT; i++) {
      from = segment(from);
    }
    return at + 1 + offsetUnits;
  }

  /** Takes one discrete or linear segment; what is neither ends the table. */
  private int segment(int at) {
    var kind = unit(at);
    var length = unit(at + 1);
    if (kind == DISCRETE) {
      for (var i = 0; i < length; i++) {
        put(unit(at + 2 + i));
      }
      return at + 2 + length;
    }
    if (kind != LINEAR || filled == 0) {
      return units();
    }
    var from = values[filled - 1];
    var to = unit(at + 2);
    for (var i = 1; i <= length; i++) {
      put((int) Math.round(from + (double) (to - from) * i / length));
    }
    return at + 3;
  }

  private void put(int value) {
    if (filled < values.length) {
      values[filled++] = value;
    }
  }

  private int units() {
    return data.length / unitBytes;
  }

  /** Beyond the end, zero. */
  private int unit(int index) {
    if (index >= units()) {
      return 0;
    }
    return unitBytes == 1
        ? data[index] & 0xFF
        : (data[2 * index] & 0xFF) | ((data[2 * index + 1] & 0xFF) << 8);
  }
}
