package org.radcase.dicom.codec;

import java.util.Random;

/**
 * An image and its lossless JPEG, written sample by sample as the standard words it. Source: ITU-T
 * T.81 annex H.
 */
final class LosslessImage {
  private final int bits;
  private final int rows;
  private final int columns;
  private final int selection;
  private final int pointTransform;
  private final int restartRows;
  private final JpegCodes codes;
  private final int[] sampling;
  private final int[][][] planes;

  /**
   * @param bits of a sample, before the point transform
   * @param restartRows rows of MCUs in a restart interval; 0 for none
   * @param sampling of each component
   * @param planes {@code int[component][row][column]}, before the point transform
   */
  LosslessImage(
      int bits,
      int rows,
      int columns,
      int selection,
      int pointTransform,
      int restartRows,
      JpegCodes codes,
      int[] sampling,
      int[][][] planes) {
    this.bits = bits;
    this.rows = rows;
    this.columns = columns;
    this.selection = selection;
    this.pointTransform = pointTransform;
    this.restartRows = restartRows;
    this.codes = codes;
    this.sampling = sampling;
    this.planes = planes;
  }

  /** Noise over a ramp that wraps, so that all sizes of differences occur. */
  static LosslessImage noise(
      int bits, int rows, int columns, int selection, int pointTransform, int... sampling) {
    var random = new Random(bits * 31L + selection);
    var planes = new int[sampling.length][][];
    for (var c = 0; c < sampling.length; c++) {
      var height = ceil(rows * (sampling[c] & 15), most(sampling, 0));
      var width = ceil(columns * (sampling[c] >> 4), most(sampling, 4));
      planes[c] = new int[height][width];
      for (var line : planes[c]) {
        for (var x = 0; x < width; x++) {
          var spread = random.nextInt(1 << random.nextInt(bits + 1));
          var value = (x * 97 + c * 1000 + spread) & ((1 << bits) - 1);
          line[x] = value >> pointTransform << pointTransform;
        }
      }
    }
    return new LosslessImage(
        bits, rows, columns, selection, pointTransform, 0, JpegCodes.evenSizes(), sampling, planes);
  }

  LosslessImage withRestartRows(int every) {
    return new LosslessImage(
        bits, rows, columns, selection, pointTransform, every, codes, sampling, planes);
  }

  LosslessImage withCodes(JpegCodes others) {
    return new LosslessImage(
        bits, rows, columns, selection, pointTransform, restartRows, others, sampling, planes);
  }

  FrameShape shape() {
    return new FrameShape(rows, columns, sampling.length, bits > 8 ? 2 : 1);
  }

  /** What a decoder must give: sub-sampled components repeated. */
  byte[] samples() {
    var shape = shape();
    var samples = new byte[shape.bytes()];
    var at = 0;
    for (var y = 0; y < rows; y++) {
      for (var x = 0; x < columns; x++) {
        for (var c = 0; c < sampling.length; c++) {
          var row = planes[c][y * (sampling[c] & 15) / most(sampling, 0)];
          var value = row[x * (sampling[c] >> 4) / most(sampling, 4)];
          samples[at++] = (byte) value;
          if (shape.sampleBytes() == 2) {
            samples[at++] = (byte) (value >> 8);
          }
        }
      }
    }
    return samples;
  }

  /** All components in one scan. */
  byte[] interleaved() {
    var out = headers();
    var all = new int[sampling.length];
    for (var c = 0; c < all.length; c++) {
      all[c] = c;
    }
    scan(out, all);
    return out.marker(JpegWriter.EOI).bytes();
  }

  /** A scan a component. */
  byte[] apart() {
    var out = headers();
    for (var c = 0; c < sampling.length; c++) {
      scan(out, c);
    }
    return out.marker(JpegWriter.EOI).bytes();
  }

  private JpegWriter headers() {
    return new JpegWriter()
        .marker(JpegWriter.SOI)
        .segment(JpegWriter.DHT, codes.segment(0))
        .frame(JpegWriter.SOF3, bits, rows, columns, sampling);
  }

  private void scan(JpegWriter out, int... components) {
    var isAlone = components.length == 1;
    var only = planes[components[0]];
    var across = isAlone ? only[0].length : ceil(columns, most(sampling, 4));
    var down = isAlone ? only.length : ceil(rows, most(sampling, 0));
    if (restartRows > 0) {
      out.restartInterval(restartRows * across);
    }
    out.scan(selection, pointTransform, components);
    for (var y = 0; y < down; y++) {
      var isFirst = y == 0 || (restartRows > 0 && y % restartRows == 0);
      if (isFirst && y > 0) {
        out.align().marker(JpegWriter.RST0 + (y / restartRows - 1) % 8);
      }
      for (var x = 0; x < across; x++) {
        for (var c : components) {
          var h = isAlone ? 1 : sampling[c] >> 4;
          var v = isAlone ? 1 : sampling[c] & 15;
          for (var i = 0; i < h * v; i++) {
            sample(out, planes[c], x * h + i % h, y * v + i / h, isFirst && i / h == 0);
          }
        }
      }
    }
    out.align();
  }

  private void sample(JpegWriter out, int[][] plane, int x, int y, boolean isFirstLine) {
    var difference = (short) (at(plane, x, y) - prediction(plane, x, y, isFirstLine));
    codes.writeValue(out, 0, difference == Short.MIN_VALUE ? 32_768 : difference);
  }

  private int prediction(int[][] plane, int x, int y, boolean isFirstLine) {
    if (isFirstLine) {
      return x == 0 ? 1 << (bits - pointTransform - 1) : at(plane, x - 1, y);
    }
    if (x == 0) {
      return at(plane, x, y - 1);
    }
    var a = at(plane, x - 1, y);
    var b = at(plane, x, y - 1);
    var c = at(plane, x - 1, y - 1);
    return switch (selection) {
      case 1 -> a;
      case 2 -> b;
      case 3 -> c;
      case 4 -> a + b - c;
      case 5 -> a + ((b - c) >> 1);
      case 6 -> b + ((a - c) >> 1);
      default -> (a + b) >> 1;
    };
  }

  /** The last row and column go on into the padding. */
  private int at(int[][] plane, int x, int y) {
    var row = plane[Math.min(y, plane.length - 1)];
    return row[Math.min(x, row.length - 1)] >> pointTransform;
  }

  private static int most(int[] sampling, int shift) {
    var most = 0;
    for (var factors : sampling) {
      most = Math.max(most, factors >> shift & 15);
    }
    return most;
  }

  private static int ceil(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
