package org.radcase.dicom.codec;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The entropy-coded lines of one JPEG-LS scan. A line of {@code width} samples has a sample more on
 * either side, as its neighbours' edges are defined. For one thread. Source: ITU-T T.87 A.2 to A.7
 * and annex B.
 */
final class JpegLsScan {
  private static final int MOST_RUN_INDEX = JpegLsModel.J.length - 1;

  private final JpegLsBits bits;
  private final JpegLsModel model;
  private final int near;
  private final int range;
  private final int plainBits;
  private final int escape;
  private final int width;
  private final int[][] above;
  private final int[][] lines;
  private final int[] contexts;
  private final int[] runIndexes;
  private int runIndex;

  /** @param components of this scan, 1 to 4 */
  JpegLsScan(JpegLsBits bits, JpegLsPresets presets, int width, int components) {
    this.bits = bits;
    this.width = width;
    model = new JpegLsModel(presets);
    near = presets.near();
    range = presets.range();
    plainBits = presets.plainBits();
    escape = presets.limit() - plainBits - 1;
    above = new int[components][width + 2];
    lines = new int[components][width + 2];
    contexts = new int[components];
    runIndexes = new int[components];
  }

  /** Begins anew, as after a restart marker. Source: T.87 A.2.1 and C.2.5. */
  void restart() {
    model.reset();
    Arrays.fill(runIndexes, 0);
    for (var line : lines) {
      Arrays.fill(line, 0);
    }
    for (var line : above) {
      Arrays.fill(line, 0);
    }
  }

  /** The samples of the line decoded last, from index 1. */
  int[] line(int component) {
    return lines[component];
  }

  /** Decodes one line of each component, one after the other. Source: T.87 B.2. */
  void readLines() throws DicomException {
    for (var component = 0; component < lines.length; component++) {
      turn(component);
      runIndex = runIndexes[component];
      readLine(above[component], lines[component]);
      runIndexes[component] = runIndex;
    }
  }

  /** Decodes one line of all components, sample by sample. Source: T.87 B.3. */
  void readPixels() throws DicomException {
    for (var component = 0; component < lines.length; component++) {
      turn(component);
    }
    for (var x = 1; x <= width; ) {
      var anyGradient = 0;
      for (var component = 0; component < lines.length; component++) {
        var up = above[component];
        var left = lines[component][x - 1];
        contexts[component] = model.context(up[x + 1] - up[x], up[x] - up[x - 1], up[x - 1] - left);
        anyGradient |= contexts[component];
      }
      if (anyGradient == 0) {
        x = readPixelRun(x);
      } else {
        for (var component = 0; component < lines.length; component++) {
          var up = above[component];
          var line = lines[component];
          var prediction = JpegLsModel.predict(line[x - 1], up[x], up[x - 1]);
          line[x] = readSample(contexts[component], prediction);
        }
        x++;
      }
    }
    for (var line : lines) {
      line[width + 1] = line[width];
    }
  }

  /** Makes the last line the one above, and sets the new line's left edge. */
  private void turn(int component) {
    var line = above[component];
    above[component] = lines[component];
    lines[component] = line;
    line[0] = above[component][1];
  }

  private void readLine(int[] up, int[] line) throws DicomException {
    var ra = line[0];
    var rc = up[0];
    var rb = up[1];
    for (var x = 1; x <= width; ) {
      var rd = up[x + 1];
      var context = model.context(rd - rb, rb - rc, rc - ra);
      if (context != 0) {
        ra = readSample(context, JpegLsModel.predict(ra, rb, rc));
        line[x++] = ra;
        rc = rb;
        rb = rd;
      } else {
        var length = readRunLength(width + 1 - x);
        Arrays.fill(line, x, x + length, ra);
        x += length;
        if (x <= width) {
          line[x] = readInterruption(Math.abs(ra - up[x]) <= near ? 1 : 0, ra, up[x]);
          leaveRun();
          ra = line[x++];
        }
        rc = up[x - 1];
        rb = up[x];
      }
    }
    line[width + 1] = line[width];
  }

  private int readPixelRun(int from) throws DicomException {
    runIndex = runIndexes[0];
    var to = from + readRunLength(width + 1 - from);
    for (var line : lines) {
      Arrays.fill(line, from, to, line[from - 1]);
    }
    if (to <= width) {
      for (var component = 0; component < lines.length; component++) {
        var line = lines[component];
        line[to] = readInterruption(0, line[to - 1], above[component][to]);
      }
      leaveRun();
      to++;
    }
    runIndexes[0] = runIndex;
    return to;
  }

  private void leaveRun() {
    runIndex = Math.max(0, runIndex - 1);
  }

  private int readSample(int context, int prediction) throws DicomException {
    var sign = context >> 31;
    var place = JpegLsModel.place(context);
    var k = model.k(place);
    var corrected = model.corrected(place, sign, prediction);
    var mapped = bits.golomb(k, escape, plainBits);
    if (mapped > range) {
      throw beyondRange();
    }
    var error = (mapped >>> 1) ^ -(mapped & 1) ^ model.inversion(place, k);
    model.learn(place, error);
    return model.sample(corrected, (error ^ sign) - sign);
  }

  /** Source: T.87 A.7.1. */
  private int readRunLength(int most) throws DicomException {
    var length = 0;
    while (bits.read(1) == 1) {
      var step = 1 << JpegLsModel.J[runIndex];
      if (step <= most - length && runIndex < MOST_RUN_INDEX) {
        runIndex++;
      }
      length += Math.min(step, most - length);
      if (length == most) {
        return length;
      }
    }
    length += bits.read(JpegLsModel.J[runIndex]);
    if (length > most) {
      throw DicomException.at(bits.position(), Kind.MALFORMED, "A JPEG-LS run beyond its line");
    }
    return length;
  }

  /** Source: T.87 A.7.2. */
  private int readInterruption(int type, int ra, int rb) throws DicomException {
    var k = model.runK(type);
    var mapped = bits.golomb(k, escape - JpegLsModel.J[runIndex] - 1, plainBits);
    if (mapped > range) {
      throw beyondRange();
    }
    var isOdd = ((mapped + type) & 1) == 1;
    var magnitude = (mapped + type + 1) >> 1;
    var error = model.runMapsNegative(type, k) == isOdd ? -magnitude : magnitude;
    model.learnRun(type, error, mapped);
    if (type == 1) {
      return model.sample(ra, error);
    }
    return model.sample(rb, ra > rb ? -error : error);
  }

  private DicomException beyondRange() {
    return DicomException.at(
        bits.position(), Kind.MALFORMED, "A JPEG-LS error larger than its samples");
  }
}
