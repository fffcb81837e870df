package org.radcase.dicom.codec;

import java.util.Arrays;
import java.util.Random;

/**
 * Coefficients, their sequential JPEG, and their samples by the definition of the inverse DCT.
 * Source: ITU-T T.81 A.3.3, F.1.2.
 */
final class DctImage {
  private static final JpegCodes SIZES = JpegCodes.skewedSizes();
  private static final JpegCodes RUNS = JpegCodes.runsAndSizes();
  /** The column and the row of each coefficient in turn. Source: T.81 figure A.6. */
  private static final String ZIGZAG_COLUMNS =
      "0100123210012345432100123456765432101234567765432345677654567767";

  private static final String ZIGZAG_ROWS =
      "0012100123432100123456543210012345677654321234567765434567765677";

  private final int bits;
  private final int rows;
  private final int columns;
  private final int restartInterval;
  private final int[] quantiser;
  private final int[] sampling;
  private final int[][][][] blocks;

  /**
   * @param bits of a sample, 8 or 12
   * @param restartInterval in MCUs; 0 for none
   * @param quantiser 64 steps in zigzag order, of all components
   * @param sampling of each component
   * @param blocks {@code int[component][block row][block column][64]}, quantised, in zigzag order;
   *     those of padding are not here
   */
  DctImage(
      int bits,
      int rows,
      int columns,
      int restartInterval,
      int[] quantiser,
      int[] sampling,
      int[][][][] blocks) {
    this.bits = bits;
    this.rows = rows;
    this.columns = columns;
    this.restartInterval = restartInterval;
    this.quantiser = quantiser;
    this.sampling = sampling;
    this.blocks = blocks;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Some coefficients in each block, the first often alone. */
  static DctImage noise(int bits, int rows, int columns, int restartInterval, int... sampling) {
    var random = new Random(rows * 1009L + columns);
    var quantiser = new int[64];
    for (var k = 0; k < 64; k++) {
      quantiser[k] = 1 + random.nextInt((bits - 7) * (12 + k)); // 12 bits: more than a byte
    }
    var blocks = new int[sampling.length][][][];
    for (var c = 0; c < sampling.length; c++) {
      var height = ceil(rows * (sampling[c] & 15), most(sampling, 0));
      var width = ceil(columns * (sampling[c] >> 4), most(sampling, 4));
      blocks[c] = new int[ceil(height, 8)][ceil(width, 8)][64];
      for (var line : blocks[c]) {
        for (var block : line) {
          fill(block, bits, quantiser, random);
        }
      }
    }
    return new DctImage(bits, rows, columns, restartInterval, quantiser, sampling, blocks);
  }

  private static void fill(int[] block, int bits, int[] quantiser, Random random) {
    var most = 1 << (bits - 1);
    block[0] = (random.nextInt(16 * most) - 8 * most) / quantiser[0];
    for (var some = random.nextInt(6); some > 0; some--) {
      var k = 1 + random.nextInt(63);
      block[k] = (random.nextInt(2 * most) - most) / quantiser[k];
    }
  }

  FrameShape shape() {
    return new FrameShape(rows, columns, sampling.length, bits > 8 ? 2 : 1);
  }

  /** A sample of the image, before rounding, a sub-sampled one repeated. */
  double sample(int x, int y, int component) {
    var ownX = x * (sampling[component] >> 4) / most(sampling, 4);
    var ownY = y * (sampling[component] & 15) / most(sampling, 0);
    var block = blocks[component][ownY / 8][ownX / 8];
    var sum = 0.0;
    for (var k = 0; k < 64; k++) {
      if (block[k] != 0) {
        var u = ZIGZAG_COLUMNS.charAt(k) - '0';
        var v = ZIGZAG_ROWS.charAt(k) - '0';
        sum += block[k] * quantiser[k] * wave(u, ownX % 8) * wave(v, ownY % 8) / 4;
      }
    }
    return Math.max(0, Math.min((1 << bits) - 1, sum + (1 << (bits - 1))));
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
    var steps = new int[129];
    steps[0] = 0x10; // of 16 bits, table 0
    for (var k = 0; k < 64; k++) {
      steps[1 + 2 * k] = quantiser[k] >> 8;
      steps[2 + 2 * k] = quantiser[k];
    }
    return new JpegWriter()
        .marker(JpegWriter.SOI)
        .segment(JpegWriter.DQT, steps)
        .segment(JpegWriter.DHT, SIZES.segment(0))
        .segment(JpegWriter.DHT, RUNS.segment(0x10))
        .frame(JpegWriter.SOF1, bits, rows, columns, sampling)
        .restartInterval(restartInterval);
  }

  private void scan(JpegWriter out, int... components) {
    var isAlone = components.length == 1;
    var only = blocks[components[0]];
    var across = isAlone ? only[0].length : ceil(columns, 8 * most(sampling, 4));
    var down = isAlone ? only.length : ceil(rows, 8 * most(sampling, 0));
    var last = new int[sampling.length];
    out.scan(0, 0, components);
    for (var mcu = 0; mcu < across * down; mcu++) {
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0) {
        out.align().marker(JpegWriter.RST0 + (mcu / restartInterval - 1) % 8);
        Arrays.fill(last, 0);
      }
      for (var c : components) {
        var h = isAlone ? 1 : sampling[c] >> 4;
        var v = isAlone ? 1 : sampling[c] & 15;
        for (var i = 0; i < h * v; i++) {
          var block = block(blocks[c], mcu % across * h + i % h, mcu / across * v + i / h);
          SIZES.writeValue(out, 0, block[0] - last[c]);
          last[c] = block[0];
          coefficients(out, block);
        }
      }
    }
    out.align();
  }

  /** Padding is all zeros. */
  private static int[] block(int[][][] blocks, int x, int y) {
    return y < blocks.length && x < blocks[y].length ? blocks[y][x] : new int[64];
  }

  private static void coefficients(JpegWriter out, int[] block) {
    var run = 0;
    for (var k = 1; k < 64; k++) {
      if (block[k] == 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        RUNS.writeSymbol(out, 0xF0);
      }
      RUNS.writeValue(out, run, block[k]);
      run = 0;
    }
    if (run > 0) {
      RUNS.writeSymbol(out, 0);
    }
  }

  private static double wave(int frequency, int place) {
    var factor = frequency == 0 ? Math.sqrt(0.5) : 1;
    return factor * Math.cos((2 * place + 1) * frequency * Math.PI / 16);
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
