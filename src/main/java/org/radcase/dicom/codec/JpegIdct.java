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
    for (var column = 0; column < 8; column++) {
      pass(block, column, 8, SCALE - keptBits);
    }
    for (var row = 0; row < 64; row += 8) {
      pass(block, row, 1, SCALE + keptBits + 3);
    }
    level(block);
  }

  /** The same where all coefficients but the first are 0. */
  void transformFlat(int[] block) {
    Arrays.fill(block, clamped(((block[0] + 4) >> 3) + center));
  }

  private void level(int[] block) {
    for (var i = 0; i < 64; i++) {
      block[i] = clamped(block[i] + center);
    }
  }

  private int clamped(int value) {
    return Math.max(0, Math.min(2 * center - 1, value));
  }

  /** One dimension: eight values from {@code at} on, every {@code step}, scaled down at the end. */
  private static void pass(int[] block, int at, int step, int shift) {
    var i1 = at + step;
    var i2 = i1 + step;
    var i3 = i2 + step;
    var i4 = i3 + step;
    var i5 = i4 + step;
    var i6 = i5 + step;
    var i7 = i6 + step;
    var half = 1 << (shift - 1);
    if ((block[i1] | block[i2] | block[i3] | block[i4] | block[i5] | block[i6] | block[i7]) == 0) {
      var flat = ((block[at] << SCALE) + half) >> shift;
      block[at] = flat;
      block[i1] = flat;
      block[i2] = flat;
      block[i3] = flat;
      block[i4] = flat;
      block[i5] = flat;
      block[i6] = flat;
      block[i7] = flat;
      return;
    }
    // The even coefficients: a butterfly of 0 and 4, a rotation of 2 and 6.
    var turned = (block[i2] + block[i6]) * C0_541;
    var cosine = turned + block[i2] * C0_765;
    var sine = turned - block[i6] * C1_847;
    var sum = ((block[at] + block[i4]) << SCALE) + half;
    var difference = ((block[at] - block[i4]) << SCALE) + half;
    var even0 = sum + cosine;
    var even3 = sum - cosine;
    var even1 = difference + sine;
    var even2 = difference - sine;

    // The odd ones: two rotations that share a factor, and a last one of all four.
    var outer = (block[i1] + block[i7]) * -C0_899;
    var inner = (block[i3] + block[i5]) * -C2_562;
    var shared = (block[i1] + block[i3] + block[i5] + block[i7]) * C1_175;
    var left = shared - (block[i3] + block[i7]) * C1_961;
    var right = shared - (block[i1] + block[i5]) * C0_390;
    var odd0 = block[i1] * C1_501 + outer + right;
    var odd1 = block[i3] * C3_072 + inner + left;
    var odd2 = block[i5] * C2_053 + inner + right;
    var odd3 = block[i7] * C0_298 + outer + left;

    block[at] = (even0 + odd0) >> shift;
    block[i7] = (even0 - odd0) >> shift;
    block[i1] = (even1 + odd1) >> shift;
    block[i6] = (even1 - odd1) >> shift;
    block[i2] = (even2 + odd2) >> shift;
    block[i5] = (even2 - odd2) >> shift;
    block[i3] = (even3 + odd3) >> shift;
    block[i4] = (even3 - odd3) >> shift;
  }

  private static int scaled(double constant) {
    return (int) Math.round(constant * (1 << SCALE));
  }
}
