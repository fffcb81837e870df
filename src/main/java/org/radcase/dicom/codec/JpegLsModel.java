package org.radcase.dicom.codec;

import java.util.Arrays;

/**
 * What decoder and encoder of JPEG-LS learn alike from the samples so far: for each context the sum
 * of error magnitudes A, the bias B, its correction C and the count N. For one thread. Source: ITU-T
 * T.87 annex A, whose names these are.
 */
final class JpegLsModel {
  /** Run lengths are counted in steps of two to the power of these. Source: T.87 A.2.1. */
  static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  /** The contexts of run interruption come after the regular ones; B is their Nn. */
  private static final int RUN = 365;

  static final int CONTEXTS = RUN + 2;

  private static final int B = 1;
  private static final int C = 2;
  private static final int N = 3;
  private static final int STEEPEST = 4;
  private static final int LOWEST_C = -128;
  private static final int HIGHEST_C = 127;

  private final int[] contexts = new int[4 * CONTEXTS];
  private final byte[] regions;
  private final int maxval;
  private final int near;
  private final int step;
  private final int range;
  private final int reset;

  JpegLsModel(JpegLsPresets presets) {
    maxval = presets.maxval();
    near = presets.near();
    step = presets.step();
    range = presets.range();
    reset = presets.reset();
    regions = new byte[2 * maxval + 1];
    Arrays.fill(regions, 0, maxval, (byte) -STEEPEST);
    Arrays.fill(regions, maxval, 2 * maxval + 1, (byte) STEEPEST);
    for (var d = 0; d < presets.t3(); d++) {
      regions[maxval + d] = region(d, presets);
      regions[maxval - d] = (byte) -region(d, presets);
    }
    reset();
  }

  /** The region of a gradient below T3. Source: T.87 A.3.3. */
  private static byte region(int magnitude, JpegLsPresets presets) {
    if (magnitude <= presets.near()) {
      return 0;
    }
    if (magnitude < presets.t1()) {
      return 1;
    }
    return (byte) (magnitude < presets.t2() ? 2 : 3);
  }

  /** Forgets all, as at the beginning of a scan or restart interval. Source: T.87 A.2.1. */
  void reset() {
    Arrays.fill(contexts, 0);
    for (var i = 0; i < contexts.length; i += 4) {
      contexts[i] = Math.max(2, (range + 32) / 64);
      contexts[i + N] = 1;
    }
  }

  /**
   * The context of three gradients, negative where its mirror image is meant; 0 where all are flat.
   * Source: T.87 A.3.3 and A.3.4.
   */
  int context(int d1, int d2, int d3) {
    return 81 * regions[d1 + maxval] + 9 * regions[d2 + maxval] + regions[d3 + maxval];
  }

  /** The median edge detector. Source: T.87 A.4.1. */
  static int predict(int ra, int rb, int rc) {
    var low = Math.min(ra, rb);
    var high = Math.max(ra, rb);
    return Math.max(low, Math.min(high, ra + rb - rc)); // the same as the standard's three cases
  }

  /** The place of a context of {@link #context}. */
  static int place(int context) {
    return 4 * Math.abs(context);
  }

  /** The place of a context of run interruption: 1 if the samples left and above are alike. */
  static int runPlace(int type) {
    return 4 * (RUN + type);
  }

  /** The prediction without its bias; {@code sign} is -1 for a mirrored context, else 0. */
  int corrected(int place, int sign, int prediction) {
    var c = contexts[place + C];
    return clamped(prediction + ((c ^ sign) - sign));
  }

  private int clamped(int sample) {
    return Math.max(0, Math.min(maxval, sample));
  }

  /** The Golomb parameter of a regular context. Source: T.87 A.5.1. */
  int k(int place) {
    return k(contexts[place + N], contexts[place]);
  }

  /** The Golomb parameter of run interruption. Source: T.87 A.7.2. */
  int runK(int type) {
    var place = runPlace(type);
    var n = contexts[place + N];
    return k(n, contexts[place] + type * (n >> 1));
  }

  /** The least k with {@code n << k >= a}, without a loop that large sums could prolong. */
  private static int k(int n, int a) {
    var k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
    return k + (((n << k) - a) >>> 31);
  }

  /** All ones where errors are mapped the other way round, else 0. Source: T.87 A.5.2. */
  int inversion(int place, int k) {
    return ((2 * contexts[place + B] + contexts[place + N] - 1) & ((k | near) - 1)) >> 31;
  }

  /** Whether negative errors of run interruption have odd numbers. Source: T.87 A.7.2.2. */
  boolean runMapsNegative(int type, int k) {
    var place = runPlace(type);
    return k != 0 || 2 * contexts[place + B] >= contexts[place + N];
  }

  /** Learns an error, in bins. Source: T.87 A.6. */
  void learn(int place, int error) {
    var a = contexts[place] + Math.abs(error);
    var b = contexts[place + B] + error * step;
    var c = contexts[place + C];
    var n = contexts[place + N];
    if (n == reset) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    // Without branches, which noise would make unpredictable: all ones where the bias is out.
    var tooLow = (b + n - 1) >> 31;
    var tooHigh = -b >> 31;
    b += (tooLow & n) - (tooHigh & n);
    c += tooLow - tooHigh;
    contexts[place] = a;
    contexts[place + B] = Math.max(1 - n, Math.min(0, b));
    contexts[place + C] = Math.max(LOWEST_C, Math.min(HIGHEST_C, c));
    contexts[place + N] = n;
  }

  /** Learns the error of a run's interruption and the number it was mapped to. Source: T.87 A.7.2. */
  void learnRun(int type, int error, int mapped) {
    var place = runPlace(type);
    contexts[place] += (mapped + 1 - type) >> 1;
    contexts[place + B] += error >>> 31;
    if (contexts[place + N] == reset) {
      contexts[place] >>= 1;
      contexts[place + B] >>= 1;
      contexts[place + N] >>= 1;
    }
    contexts[place + N]++;
  }

  /** The sample of a prediction and its error, in bins. Source: T.87 A.4.5. */
  int sample(int prediction, int error) {
    var sample = prediction + error * step;
    if (sample < -near) {
      sample += range * step;
    } else if (sample > maxval + near) {
      sample -= range * step;
    }
    return clamped(sample);
  }
}
