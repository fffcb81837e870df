package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;

/**
 * Encodes the lines of one lossless JPEG-LS scan; the counterpart of {@link JpegLsScan}. For one
 * thread. Source: ITU-T T.87 A.2 to A.7.
 */
final class JpegLsScanWriter {
  private static final int MOST_RUN_INDEX = JpegLsModel.J.length - 1;

  private final JpegLsBitWriter bits;
  private final JpegLsModel model;
  private final int unusedBits;
  private final int plainBits;
  private final int escape;
  private final int width;
  private final int[][] above;
  private final int[][] lines;
  private final int[] runIndexes;
  private int runIndex;

  /** @param presets lossless, and of a whole number of bits */
  JpegLsScanWriter(ByteArrayOutputStream out, JpegLsPresets presets, int width, int components) {
    this.width = width;
    bits = new JpegLsBitWriter(out);
    model = new JpegLsModel(presets);
    plainBits = presets.plainBits();
    unusedBits = Integer.SIZE - plainBits;
    escape = presets.limit() - plainBits - 1;
    above = new int[components][width + 2];
    lines = new int[components][width + 2];
    runIndexes = new int[components];
  }

  /** Where the samples of the component's next line go, from index 1. */
  int[] nextLine(int component) {
    var line = above[component];
    above[component] = lines[component];
    lines[component] = line;
    return line;
  }

  void writeLine(int component) {
    runIndex = runIndexes[component];
    writeLine(above[component], lines[component]);
    runIndexes[component] = runIndex;
  }

  void finish() {
    bits.finish();
  }

  private void writeLine(int[] up, int[] line) {
    line[0] = up[1];
    line[width + 1] = line[width];
    for (var x = 1; x <= width; x++) {
      var ra = line[x - 1];
      var rb = up[x];
      var rc = up[x - 1];
      var context = model.context(up[x + 1] - rb, rb - rc, rc - ra);
      if (context != 0) {
        writeSample(context, JpegLsModel.predict(ra, rb, rc), line[x]);
        continue;
      }
      var from = x;
      while (x <= width && line[x] == ra) {
        x++;
      }
      writeRunLength(x - from, x > width);
      if (x <= width) {
        writeInterruption(ra, up[x], line[x]);
        runIndex = Math.max(0, runIndex - 1);
      }
    }
  }

  private void writeSample(int context, int prediction, int sample) {
    var sign = context >> 31;
    var place = JpegLsModel.place(context);
    var k = model.k(place);
    var difference = sample - model.corrected(place, sign, prediction);
    var error = wrapped((difference ^ sign) - sign);
    var mapped = error ^ model.inversion(place, k);
    bits.golomb((mapped << 1) ^ (mapped >> 31), k, escape, plainBits);
    model.learn(place, error);
  }

  /** Source: T.87 A.7.1. */
  private void writeRunLength(int length, boolean endsLine) {
    var left = length;
    while (left >= 1 << JpegLsModel.J[runIndex]) {
      bits.write(1, 1);
      left -= 1 << JpegLsModel.J[runIndex];
      runIndex = Math.min(MOST_RUN_INDEX, runIndex + 1);
    }
    if (!endsLine) {
      bits.write(left, 1 + JpegLsModel.J[runIndex]);
    } else if (left > 0) {
      bits.write(1, 1);
    }
  }

  /** Source: T.87 A.7.2. */
  private void writeInterruption(int ra, int rb, int sample) {
    var type = ra == rb ? 1 : 0;
    var error = wrapped(ra > rb ? rb - sample : sample - rb);
    var k = model.runK(type);
    var isOdd = error != 0 && (error < 0) == model.runMapsNegative(type, k);
    var mapped = 2 * Math.abs(error) - type - (isOdd ? 1 : 0);
    bits.golomb(mapped, k, escape - JpegLsModel.J[runIndex] - 1, plainBits);
    model.learnRun(type, error, mapped);
  }

  /** The error of the same sample that needs the fewest bits. Source: T.87 A.4.5. */
  private int wrapped(int error) {
    return error << unusedBits >> unusedBits;
  }
}
