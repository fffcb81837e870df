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
    var scale = (double) from.getWidth() / width;
    for (var x = 0; x < width; x++) {
      var begin = x * scale;
      var end = Math.min(from.getWidth(), begin + scale);
      var first = (int) begin;
      var last = Math.max(first, (int) Math.ceil(end) - 1);
      var ofFirst = (float) (Math.min(end, first + 1.0) - begin);
      var ofLast = (float) (end - last);
      for (var band = 0; band < bands; band++) {
        var sum = ofFirst * old[first * bands + band];
        for (var column = first + 1; column < last; column++) {
          sum += old[column * bands + band];
        }
        if (last > first) {
          sum += ofLast * old[last * bands + band];
        }
        across[x * bands + band] = sum / (float) scale;
      }
    }
  }
}
