package org.radcase.dicom.codec.j2k;

/**
 * Contexts of the coding passes, from the neighbourhood of a coefficient: nine bits, row by row,
 * set where a coefficient is significant; bit 4 is its own. Source: T.800 D.3.
 */
final class BlockContexts {
  static final int NEVER_REFINED = 14;
  static final int NEVER_REFINED_WITH_NEIGHBOURS = 15;
  static final int REFINED = 16;
  static final int RUN_LENGTH = 17;
  static final int UNIFORM = 18;

  /** Bit of an entry of {@link #sign} that inverts what is decoded. */
  static final int INVERTED = 0x80;

  private static final int FIRST_SIGN_CONTEXT = 9;

  private static final byte[] LOW_OR_VERTICAL = new byte[512];
  private static final byte[] HORIZONTAL = new byte[512];
  private static final byte[] DIAGONAL = new byte[512];
  private static final byte[] SIGN = new byte[256];

  static {
    for (var n = 0; n < 512; n++) {
      var horizontal = (n >> 3 & 1) + (n >> 5 & 1);
      var vertical = (n >> 1 & 1) + (n >> 7 & 1);
      var diagonal = (n & 1) + (n >> 2 & 1) + (n >> 6 & 1) + (n >> 8 & 1);
      LOW_OR_VERTICAL[n] = (byte) zeroContext(horizontal, vertical, diagonal);
      HORIZONTAL[n] = (byte) zeroContext(vertical, horizontal, diagonal);
      DIAGONAL[n] = (byte) diagonalZeroContext(horizontal + vertical, diagonal);
    }
    for (var n = 0; n < 256; n++) {
      SIGN[n] = (byte) signContext(
          clamped(contribution(n, 2) + contribution(n, 4)),
          clamped(contribution(n, 0) + contribution(n, 6)));
    }
  }

  private BlockContexts() {}

  /** Contexts of zero coding by neighbourhood, for the subbands of an orientation. Table D.1. */
  static byte[] zeroCoding(int orientation) {
    return switch (orientation) {
      case 1 -> HORIZONTAL;
      case 3 -> DIAGONAL;
      default -> LOW_OR_VERTICAL;
    };
  }

  /**
   * Contexts of sign coding. Tables D.2, D.3.
   *
   * <p>By the neighbourhood's bits 1, 3, 5 and 7 (above, left, right, below), and in the bit below
   * each of these whether that coefficient is negative.
   */
  static byte[] sign() {
    return SIGN;
  }

  private static int zeroContext(int first, int second, int diagonal) {
    if (first == 2) {
      return 8;
    }
    if (first == 1) {
      return second >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
    }
    return second > 0 ? 2 + second : Math.min(diagonal, 2);
  }

  private static int diagonalZeroContext(int straight, int diagonal) {
    return switch (diagonal) {
      case 0 -> Math.min(straight, 2);
      case 1 -> 3 + Math.min(straight, 2);
      case 2 -> straight >= 1 ? 7 : 6;
      default -> 8;
    };
  }

  private static int contribution(int neighbours, int signBit) {
    var isSignificant = (neighbours >> (signBit + 1) & 1) == 1;
    var isNegative = (neighbours >> signBit & 1) == 1;
    return isSignificant ? isNegative ? -1 : 1 : 0;
  }

  private static int clamped(int sum) {
    return Math.max(-1, Math.min(1, sum));
  }

  private static int signContext(int horizontal, int vertical) {
    var sum = 3 * horizontal + vertical;
    return FIRST_SIGN_CONTEXT + Math.abs(sum) | (sum < 0 ? INVERTED : 0);
  }
}
