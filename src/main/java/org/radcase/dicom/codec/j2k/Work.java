package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Counts the steps that cost a liar next to no bytes: code-blocks that a packet leaves out, packets
 * that a progression names twice. For one thread.
 */
final class Work {
  // Blocks of 32 × 32 samples in 200 layers need a fifth of a step a sample, those of 4 × 4 in 20
  // layers little more than one.
  private static final long STEPS_A_SAMPLE = 2;
  private static final long STEPS_AT_LEAST = 1 << 20;

  private long left;

  Work(long samples) {
    left = STEPS_AT_LEAST + STEPS_A_SAMPLE * samples;
  }

  void take(long steps, long offset) throws DicomException {
    left -= steps;
    if (left < 0) {
      throw DicomException.at(
          offset, Kind.LIMIT, "Far more packets and code-blocks than the samples need");
    }
  }
}
