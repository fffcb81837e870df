package org.radcase.dicom.codec.j2k;

/**
 * The inverse wavelets as the standard defines them: signals extended on both sides, equations one
 * by one. Source: T.800 F.3.
 */
final class PlainWavelet {
  private static final double ALPHA = -1.586134342059924;
  private static final double BETA = -0.052980118572961;
  private static final double GAMMA = 0.882911075530934;
  private static final double DELTA = 0.443506852043971;
  private static final double K = 1.230174104914001;

  private PlainWavelet() {}

  /**
   * One level, 2D_SR: rows, then columns. Source: figures F.6 to F.9.
   *
   * @param interleaved coefficients of all four bands, where those with two even coordinates are LL
   * @param x0 coordinate of the first column, with {@code y0} of the first row
   */
  static void undo(double[][] interleaved, int x0, int y0, boolean isReversible) {
    for (var row : interleaved) {
      undo(row, x0, isReversible);
    }
    var column = new double[interleaved.length];
    for (var x = 0; x < interleaved[0].length; x++) {
      for (var y = 0; y < column.length; y++) {
        column[y] = interleaved[y][x];
      }
      undo(column, y0, isReversible);
      for (var y = 0; y < column.length; y++) {
        interleaved[y][x] = column[y];
      }
    }
  }

  /** 1D_SR: F.3.6 to F.3.8. */
  private static void undo(double[] line, int start, boolean isReversible) {
    if (line.length == 1) {
      line[0] = start % 2 == 0 ? line[0] : isReversible ? Math.floor(line[0] / 2) : line[0] / 2;
      return;
    }
    // Room for more on both sides than any filter needs; even, so that parity stays.
    var margin = 8;
    var y = new double[line.length + 2 * margin];
    for (var i = 0; i < y.length; i++) {
      y[i] = line[mirrored(i - margin, line.length)];
    }
    if (isReversible) {
      step(y, start, 0, (value, sum) -> value - Math.floor((sum + 2) / 4));
      step(y, start, 1, (value, sum) -> value + Math.floor(sum / 2));
    } else {
      for (var i = 0; i < y.length; i++) {
        y[i] *= (i + start) % 2 == 0 ? K : 1 / K;
      }
      step(y, start, 0, (value, sum) -> value - DELTA * sum);
      step(y, start, 1, (value, sum) -> value - GAMMA * sum);
      step(y, start, 0, (value, sum) -> value - BETA * sum);
      step(y, start, 1, (value, sum) -> value - ALPHA * sum);
    }
    System.arraycopy(y, margin, line, 0, line.length);
  }

  /** Periodic symmetric extension, equations F-3 and F-4. */
  private static int mirrored(int i, int length) {
    var period = 2 * (length - 1);
    var folded = Math.floorMod(i, period);
    return Math.min(folded, period - folded);
  }

  private static void step(double[] y, int start, int parity, Lift lift) {
    for (var i = 1; i < y.length - 1; i++) {
      if ((i + start) % 2 == parity) {
        y[i] = lift.of(y[i], y[i - 1] + y[i + 1]);
      }
    }
  }

  private interface Lift {
    double of(double value, double sumOfNeighbours);
  }
}
