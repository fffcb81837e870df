package org.radcase.dicom.codec;

/**
 * Spreads a sub-sampled component over all pixels: DCT components of half the columns, and of half
 * the rows too, by the triangle filter of libjpeg, whose results others expect (three quarters the
 * nearer sample, a quarter the farther); others by repetition. Source: ITU-T T.81 A.1.1 leaves it
 * open.
 */
final class JpegUpsampling {
  /** Narrower ones libjpeg repeats. */
  private static final int LEAST_FILTERED = 3;

  private JpegUpsampling() {}

  static void spread(JpegPlane from, JpegPlane to, JpegFrame frame, JpegFrame.Component component) {
    var isHalfWide = frame.mostAcross() == 2 * component.across();
    var isHalfHigh = frame.mostDown() == 2 * component.down();
    var isFiltered = frame.coding() == JpegFrame.Coding.DCT
        && isHalfWide
        && from.width() >= LEAST_FILTERED
        && (isHalfHigh || frame.mostDown() == component.down());
    if (!isFiltered) {
      repeat(from, to, frame, component);
    } else if (isHalfHigh) {
      filterBoth(from, to);
    } else {
      filterAcross(from, to);
    }
  }

  private static void repeat(
      JpegPlane from, JpegPlane to, JpegFrame frame, JpegFrame.Component component) {
    var narrow = new int[from.width()];
    var wide = new int[to.width()];
    var across = frame.mostAcross();
    var down = frame.mostDown();
    for (var y = 0; y < to.height(); y++) {
      from.getLine(narrow, y * component.down() / down);
      for (var x = 0; x < wide.length; x++) {
        wide[x] = narrow[x * component.across() / across];
      }
      to.putLine(wide, y, 0);
    }
  }

  private static void filterAcross(JpegPlane from, JpegPlane to) {
    var narrow = new int[from.width()];
    var wide = new int[2 * from.width()];
    for (var y = 0; y < to.height(); y++) {
      from.getLine(narrow, y);
      widen(narrow, wide, 1, 2, 2);
      to.putLine(wide, y, 0);
    }
  }

  private static void filterBoth(JpegPlane from, JpegPlane to) {
    var near = new int[from.width()];
    var far = new int[from.width()];
    var wide = new int[2 * from.width()];
    for (var y = 0; y < to.height(); y++) {
      var nearest = y >> 1;
      var other = y % 2 == 0 ? nearest - 1 : nearest + 1;
      from.getLine(near, nearest);
      from.getLine(far, Math.max(0, Math.min(from.height() - 1, other)));
      for (var x = 0; x < near.length; x++) {
        near[x] = 3 * near[x] + far[x];
      }
      widen(near, wide, 8, 7, 4);
      to.putLine(wide, y, 0);
    }
  }

  /**
   * Spreads a line of sums; the first of a pair of pixels is rounded by {@code first}, the second by
   * {@code second}, lest rounding drift one way.
   */
  private static void widen(int[] narrow, int[] wide, int first, int second, int shift) {
    var last = narrow.length - 1;
    for (var x = 0; x <= last; x++) {
      var near = 3 * narrow[x];
      wide[2 * x] = (near + narrow[Math.max(0, x - 1)] + first) >> shift;
      wide[2 * x + 1] = (near + narrow[Math.min(last, x + 1)] + second) >> shift;
    }
  }
}
