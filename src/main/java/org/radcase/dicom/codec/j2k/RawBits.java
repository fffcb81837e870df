package org.radcase.dicom.codec.j2k;

/**
 * Bits of a segment that bypasses the arithmetic decoder; a byte of FF is followed by seven, the
 * end by ones. Source: T.800 D.6. For one thread.
 */
final class RawBits {
  private byte[] bytes = {};
  private int at;
  private int end;
  private int current;
  private int left;

  void start(byte[] in, int start, int stop) {
    bytes = in;
    at = start;
    end = stop;
    current = 0;
    left = 0;
  }

  int bit() {
    if (left == 0) {
      left = current == 0xFF ? 7 : 8;
      current = at < end ? bytes[at++] & 0xFF : 0xFF;
    }
    return current >> --left & 1;
  }
}
