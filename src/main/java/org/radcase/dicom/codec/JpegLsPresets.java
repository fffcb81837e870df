package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The coding parameters of a JPEG-LS scan. Source: ITU-T T.87 A.2.1 and C.2.4.1.1.
 *
 * @param maxval the largest sample
 * @param near the largest difference of a decoded sample; 0 is lossless
 * @param reset count at which a context's sums are halved
 */
record JpegLsPresets(int maxval, int near, int t1, int t2, int t3, int reset) {
  private static final int BASIC_T1 = 3;
  private static final int BASIC_T2 = 7;
  private static final int BASIC_T3 = 21;
  private static final int BASIC_RESET = 64;

  /** The values of an LSE segment as they stand there, where 0 means the default. */
  record Named(int maxval, int t1, int t2, int t3, int reset) {
    static final Named NONE = new Named(0, 0, 0, 0, 0);
  }

  /**
   * Fills in the defaults.
   *
   * @param offset of the scan, for the fault
   * @throws DicomException MALFORMED if a value is out of the standard's range
   */
  static JpegLsPresets of(Named named, int bits, int near, long offset) throws DicomException {
    var maxval = named.maxval == 0 ? (1 << bits) - 1 : named.maxval;
    var presets = defaults(maxval, near);
    var t1 = named.t1 == 0 ? presets.t1 : named.t1;
    var t2 = named.t2 == 0 ? presets.t2 : named.t2;
    var t3 = named.t3 == 0 ? presets.t3 : named.t3;
    var reset = named.reset == 0 ? BASIC_RESET : named.reset;
    var fits = maxval < 1 << bits
        && near <= Math.min(255, maxval / 2)
        && (near < t1 && t1 <= t2 && t2 <= t3 && t3 <= maxval)
        && (reset >= 3 && reset <= Math.max(255, maxval));
    if (!fits) {
      throw DicomException.at(offset, Kind.MALFORMED, "JPEG-LS parameters out of their range");
    }
    return new JpegLsPresets(maxval, near, t1, t2, t3, reset);
  }

  /** The parameters of a lossless scan that names none. */
  static JpegLsPresets lossless(int bits) {
    return defaults((1 << bits) - 1, 0);
  }

  /** Source: T.87 C.2.4.1.1.1. */
  private static JpegLsPresets defaults(int maxval, int near) {
    int t1;
    int t2;
    int t3;
    if (maxval >= 128) {
      var factor = (Math.min(maxval, 4095) + 128) / 256;
      t1 = factor * (BASIC_T1 - 2) + 2 + 3 * near;
      t2 = factor * (BASIC_T2 - 3) + 3 + 5 * near;
      t3 = factor * (BASIC_T3 - 4) + 4 + 7 * near;
    } else {
      var factor = 256 / (maxval + 1);
      t1 = Math.max(2, BASIC_T1 / factor + 3 * near);
      t2 = Math.max(3, BASIC_T2 / factor + 5 * near);
      t3 = Math.max(4, BASIC_T3 / factor + 7 * near);
    }
    t1 = within(t1, near + 1, maxval);
    t2 = within(t2, t1, maxval);
    t3 = within(t3, t2, maxval);
    return new JpegLsPresets(maxval, near, t1, t2, t3, BASIC_RESET);
  }

  private static int within(int threshold, int low, int maxval) {
    return threshold > maxval || threshold < low ? low : threshold;
  }

  /** The width of a bin of prediction errors. */
  int step() {
    return 2 * near + 1;
  }

  /** How many bins there are. */
  int range() {
    return (maxval + 2 * near) / step() + 1;
  }

  /** Bits of an error that is written plainly. */
  int plainBits() {
    return 32 - Integer.numberOfLeadingZeros(range() - 1);
  }

  /** The longest code of an error. */
  int limit() {
    var bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxval));
    return 2 * (bits + Math.max(8, bits));
  }
}
