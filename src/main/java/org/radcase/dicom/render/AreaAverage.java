package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Scales so that each new pixel is the average of the area that it covers: nothing is skipped, and
 * the mean stays. One row of the old picture is in work at a time.
 */
final class AreaAverage {
  private final BufferedImage from;
  private final int width;
  private final int bands;
  private final int[] old;
  private final float[] across;
  private int rowAcross = -1;

  private AreaAverage(BufferedImage from, int width) {
    this.from = from;
    this.width = width;
    bands = from.getRaster().getNumBands();
    old = new int[from.getWidth() * bands];
    across = new float[width * bands];
  }

  static BufferedImage scaled(BufferedImage from, int width, int height) {
    var average = new AreaAverage(from, width);
    var to = new BufferedImage(width, height, from.getType());
    var row = new float[width * average.bands];
    for (var y = 0; y < height; y++) {
      average.row(row, (double) from.getHeight() / height, y);
      to.getRaster().setPixels(0, y, width, 1, row);
    }
    return to;
  }

  /** A new row, rounded. */
  private void row(float[] row, double scale, int y) {
    Arrays.fill(row, 0.5f);
    var begin = y * scale;
    var end = Math.min(from.getHeight(), begin + scale);
    for (var line = (int) begin; line < end; line++) {
      var weight = (float) ((Math.min(end, line + 1.0) - Math.max(begin, line)) / scale);
      average(line);
      for (var i = 0; i < row.length; i++) {
        row[i] += weight * across[i];
      }
    }
    for (var i = 0; i < row.length; i++) {
      row[i] = (int) row[i];
    }
  }

  /** Averages an old row along itself; rows that two new ones share are kept. */
  private void average(int line) {
    if (line == rowAcross) {
      return;
    }
    rowAcross = line;
    from.getRaster().getPixels(0, line, from.getWidth(), 1, old);
    Arrays.fill(across, 0);
    var scale = (double) from.getWidth() / width;
    for (var x = 0; x < width; x++) {
      var begin = x * scale;
      var end = Math.min(from.getWidth(), begin + scale);
      for (var column = (int) begin; column < end; column++) {
        var weight = (float) ((Math.min(end, column + 1.0) - Math.max(begin, column)) / scale);
        for (var band = 0; band < bands; band++) {
          across[x * bands + band] += weight * old[column * bands + band];
        }
      }
    }
  }
}
