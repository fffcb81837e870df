package org.radcase.dicom.codec;

import java.util.Arrays;

/**
 * The inverse DCT of 8 × 8 in integers: the algorithm of C. Loeffler, A. Ligtenberg and G. S.
 * Moschytz ("Practical fast 1-D DCT algorithms with 11 multiplications", ICASSP 1989) with the
 * constants in 13 bits, as in libjpeg's accurate transform, so that both give the same samples.
 * Source: ITU-T T.81 A.3.3.
 */
final class JpegIdct {
  private static final int SCALE = 13;

  private static final int C0_298 = scaled(0.298631336);
  private static final int C0_390 = scaled(0.390180644);
  private static final int C0_541 = scaled(0.541196100);
  private static final int C0_765 = scaled(0.765366865);
  private static final int C0_899 = scaled(0.899976223);
  private static final int C1_175 = scaled(1.175875602);
  private static final int C1_501 = scaled(1.501321110);
  private static final int C1_847 = scaled(1.847759065);
  private static final int C1_961 = scaled(1.961570560);
  private static final int C2_053 = scaled(2.053119869);
  private static final int C2_562 = scaled(2.562915447);
  private static final int C3_072 = scaled(3.072711026);

  private final int keptBits;
  private final int center;
  private final int[] turned = new int[64];

  /** @param bits of a sample: 8 or 12 */
  JpegIdct(int bits) {
    keptBits = bits == 8 ? 2 : 1; // between the passes; more would overflow
    center = 1 << (bits - 1);
  }

  /**
   * Turns coefficients into samples, in place.
   *
   * @param block {@code int[8 * 8]}, dequantised, row by row
   */
  void transform(int[] block) {
    pass(block, turned, SCALE - keptBits);
    pass(turned, block, SCALE + keptBits + 3);
    for (var i = 0; i < 64; i++) {
      block[i] = clamped(block[i] + center);
    }
  }

  /** The same where all coefficients but the first are 0. */
  void transformFlat(int[] block) {
    Arrays.fill(block, clamped(((block[0] + 4) >> 3) + center));
  }

  private int clamped(int value) {
    return Math.max(0, Math.min(2 * center - 1, value));
  }

  /**
   * One dimension: each column of {@code from}, scaled down, becomes a row of {@code to}. All eight
   * in one loop, so that the arrays' bounds are checked once.
   */
  private static void pass(int[] from, int[] to, int shift) {
    var half = 1 << (shift - 1);
    for (var column = 0; column < 8; column++) {
      var in0 = from[column];
      var in1 = from[column + 8];
      var in2 = from[column + 16];
      var in3 = from[column + 24];
      var in4 = from[column + 32];
      var in5 = from[column + 40];
      var in6 = from[column + 48];
      var in7 = from[column + 56];
      var at = 8 * column;
      if ((in1 | in2 | in3 | in4 | in5 | in6 | in7) == 0) {
        Arrays.fill(to, at, at + 8, ((in0 << SCALE) + half) >> shift);
        continue;
      }
      // The even coefficients: a butterfly of 0 and 4, a rotation of 2 and 6.
      var rotated = (in2 + in6) * C0_541;
      var cosine = rotated + in2 * C0_765;
      var sine = rotated - in6 * C1_847;
      var sum = ((in0 + in4) << SCALE) + half;
      var difference = ((in0 - in4) << SCALE) + half;
      var even0 = sum + cosine;
      var even1 = difference + sine;
      var even2 = difference - sine;
      var even3 = sum - cosine;

      // The odd ones: two rotations, and a third of both, which all four share.
      var outer = (in1 + in7) * -C0_899;
      var inner = (in3 + in5) * -C2_562;
      var shared = (in1 + in3 + in5 + in7) * C1_175;
      var left = shared - (in3 + in7) * C1_961;
      var right = shared - (in1 + in5) * C0_390;
      var odd0 = in1 * C1_501 + outer + right;
      var odd1 = in3 * C3_072 + inner + left;
      var odd2 = in5 * C2_053 + inner + right;
      var odd3 = in7 * C0_298 + outer + left;

      to[at] = (even0 + odd0) >> shift;
      to[at + 1] = (even1 + odd1) >> shift;
      to[at + 2] = (even2 + odd2) >> shift;
      to[at + 3] = (even3 + odd3) >> shift;
      to[at + 4] = (even3 - odd3) >> shift;
      to[at + 5] = (even2 - odd2) >> shift;
      to[at + 6] = (even1 - odd1) >> shift;
      to[at + 7] = (even0 - odd0) >> shift;
    }
  }

  private static int scaled(double constant) {
    return (int) Math.round(constant * (1 << SCALE));
  }
}
