package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Counts the steps of decoding one frame: a sample that is restored, a coefficient of a block, a
 * packet or code-block, whether it holds anything or not. Each codec takes them line by line, so
 * that no stream, however made, costs more than its bytes and the declared samples allow. For one
 * thread.
 */
public final class Work {
  /** A DCT block of 64 coefficients takes two bits at least. */
  private static final long STEPS_A_BYTE = 256;

  // One to restore it. JPEG 2000's blocks of 32 × 32 in 200 layers need a fifth of a step a sample
  // besides, those of 4 × 4 in 20 layers little more than one.
  private static final long STEPS_A_SAMPLE = 2;

  /** A row of MCUs is read before anyone looks whether its bits were there. */
  private static final long STEPS_AT_LEAST = 1 << 23;

  private long left;

  /** Of decoding {@code bytes} to what {@code shape} declares. */
  public Work(int bytes, FrameShape shape) {
    left = STEPS_AT_LEAST
        + STEPS_A_BYTE * bytes
        + STEPS_A_SAMPLE * shape.rows() * shape.columns() * shape.samplesPerPixel();
  }

  /** @throws DicomException LIMIT when there are no more steps left */
  public void take(long steps, long offset) throws DicomException {
    left -= steps;
    if (left < 0) {
      throw DicomException.at(
          offset, Kind.LIMIT, "Far more work than the frame's bytes and samples need");
    }
  }
}
