package org.radcase.dicom.codec.j2k;

/** A rectangle of a grid; right and bottom are exclusive, nothing is negative. */
record Area(int x0, int y0, int x1, int y1) {

  int width() {
    return Math.max(0, x1 - x0);
  }

  int height() {
    return Math.max(0, y1 - y0);
  }

  boolean isEmpty() {
    return x1 <= x0 || y1 <= y0;
  }

  long samples() {
    return (long) width() * height();
  }

  Area intersection(long otherX0, long otherY0, long otherX1, long otherY1) {
    return new Area(
        (int) Math.max(x0, otherX0), (int) Math.max(y0, otherY0), (int) Math.min(x1, otherX1), (int)
            Math.min(y1, otherY1));
  }

  /** The same on a grid that is coarser by a power of two. Source: equation B-14. */
  Area reduced(int levels) {
    return subband(levels, 0, 0);
  }

  /**
   * That of a subband. Source: equation B-15.
   *
   * @param level of decomposition, from 0: none
   * @param xHigh 1 where the band is of horizontally high frequency, else 0
   * @param yHigh the same of vertical frequency
   */
  Area subband(int level, int xHigh, int yHigh) {
    var half = level == 0 ? 0 : 1L << (level - 1);
    return new Area(
        ceil(x0 - half * xHigh, level),
        ceil(y0 - half * yHigh, level),
        ceil(x1 - half * xHigh, level),
        ceil(y1 - half * yHigh, level));
  }

  private static int ceil(long value, int level) {
    return (int) ((value + (1L << level) - 1) >> level);
  }
}
