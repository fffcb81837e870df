package org.radcase.dicom.codec.j2k;

/**
 * The sequence of coding passes of a code-block, which begins with a cleanup. Source: T.800 D.3.
 */
final class Passes {
  private static final int EACH_BITPLANE = 3;
  // The first four bitplanes are never bypassed: one cleanup and three times three passes.
  private static final int BEFORE_BYPASS = 10;

  /** What a pass codes. */
  enum Kind {
    SIGNIFICANCE,
    REFINEMENT,
    CLEANUP
  }

  private static final Kind[] KINDS = Kind.values();

  private Passes() {}

  static Kind kind(int pass) {
    return KINDS[(pass + 2) % EACH_BITPLANE];
  }

  /** Bitplanes from the block's highest down to that of the pass. */
  static int bitplane(int pass) {
    return (pass + 2) / EACH_BITPLANE;
  }

  static int most(int bitplanes) {
    return EACH_BITPLANE * bitplanes - 2;
  }

  static boolean isRaw(int pass, ComponentCoding coding) {
    return coding.has(ComponentCoding.BYPASS)
        && pass >= BEFORE_BYPASS
        && kind(pass) != Kind.CLEANUP;
  }

  /** The pass before which the codeword segment of {@code pass} ends. Source: tables D.8, D.9. */
  static int segmentEnd(int pass, ComponentCoding coding) {
    if (coding.has(ComponentCoding.TERMINATE_ALL)) {
      return pass + 1;
    }
    if (!coding.has(ComponentCoding.BYPASS)) {
      return Integer.MAX_VALUE;
    }
    if (pass < BEFORE_BYPASS) {
      return BEFORE_BYPASS;
    }
    return kind(pass) == Kind.SIGNIFICANCE ? pass + 2 : pass + 1;
  }
}
