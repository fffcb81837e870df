package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;

/** Quantization of one component (QCD, QCC). Source: T.800 A.6.4, A.6.5, annex E. */
final class Quantization {
  private static final int NONE = 0;
  private static final int DERIVED = 1;
  private static final int EXPOUNDED = 2;
  private static final int LEVEL_BANDS = 3; // HL, LH, HH

  private final int style;
  private final int guardBits;
  private final int[] steps;

  private Quantization(int style, int guardBits, int[] steps) {
    this.style = style;
    this.guardBits = guardBits;
    this.steps = steps;
  }

  static Quantization read(ByteReader in) throws DicomException {
    var sqcd = in.u8();
    var style = sqcd & 0x1F;
    if (style > EXPOUNDED) {
      throw in.malformed("A quantization that is none");
    }
    var count = style == DERIVED ? 1 : style == NONE ? in.left() : in.left() / 2;
    if (count == 0) {
      throw in.malformed("A quantization without steps");
    }
    var steps = new int[count];
    for (var i = 0; i < count; i++) {
      // Without quantization there is the exponent only.
      steps[i] = style == NONE ? in.u8() >> 3 << 11 : in.u16();
    }
    return new Quantization(style, sqcd >> 5, steps);
  }

  /** The place of a subband in the list of steps, from the lowest frequency to the highest. */
  private static int index(int resolution, int orientation) {
    return resolution == 0 ? 0 : LEVEL_BANDS * (resolution - 1) + orientation;
  }

  boolean covers(int levels) {
    return style == DERIVED || steps.length > LEVEL_BANDS * levels;
  }

  /** Magnitude bitplanes of a subband, M<sub>b</sub>. Source: equation E-2. */
  int bitplanes(int resolution, int orientation) {
    return Math.max(0, guardBits + exponent(resolution, orientation) - 1);
  }

  /**
   * The step of a subband, Δ<sub>b</sub>. Source: equation E-3.
   *
   * @param bits of the component's samples
   */
  float step(int resolution, int orientation, int bits) {
    var gain = Subband.highs(orientation);
    var mantissa = steps[style == DERIVED ? 0 : index(resolution, orientation)] & 0x7FF;
    var power = bits + gain - exponent(resolution, orientation);
    return Math.scalb(1 + mantissa / 2048f, power);
  }

  /** Equation E-5 where only the lowest band's is given. */
  private int exponent(int resolution, int orientation) {
    return style == DERIVED
        ? Math.max(0, (steps[0] >> 11) - Math.max(0, resolution - 1))
        : steps[index(resolution, orientation)] >> 11;
  }
}
