package org.radcase.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The bits between two markers of a JPEG-LS stream: after a byte of ones the next has seven bits, for
 * its highest is stuffed. For one thread. Source: ITU-T T.87 C.2.1 and A.1.
 */
final class JpegLsBits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** As many as the longest unary part of a code, its end, and the plain bits of an error need. */
  private static final int ENOUGH = 49;

  private final byte[] bytes;
  private int at;

  /** The next bits from the top; below the first {@code count} stand zeros, or what comes next. */
  private long pool;

  private int count;

  JpegLsBits(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The first byte that has not been taken; no marker lies before it. */
  int position() {
    return at;
  }

  /** Drops what is left before a marker and goes on behind it. */
  void continueAt(int position) {
    at = position;
    pool = 0;
    count = 0;
  }

  /**
   * Reads one limited Golomb code. Source: T.87 A.5.3.
   *
   * @param escape count of zeros that says that {@code plainBits} follow
   */
  int golomb(int k, int escape, int plainBits) throws DicomException {
    if (count < 32) { // seldom, but early enough that the check below hardly ever fails
      refill();
    }
    var zeros = Long.numberOfLeadingZeros(pool);
    var length = zeros + 1 + k;
    if (zeros >= escape || length > count) {
      return longGolomb(k, escape, plainBits);
    }
    var value = (int) (pool >>> (64 - length)) + ((zeros - 1) << k);
    pool <<= length;
    count -= length;
    return value;
  }

  private int longGolomb(int k, int escape, int plainBits) throws DicomException {
    refill();
    var zeros = Long.numberOfLeadingZeros(pool);
    if (Math.min(zeros, count) > escape) {
      throw DicomException.at(at, Kind.MALFORMED, "A JPEG-LS code beyond its longest");
    }
    if (zeros >= count) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS scan ends before its samples");
    }
    pool <<= zeros + 1;
    count -= zeros + 1;
    return zeros == escape ? read(plainBits) + 1 : (zeros << k) + read(k);
  }

  /** Reads up to 32 bits. */
  int read(int bits) throws DicomException {
    if (count < bits) {
      refill();
      if (count < bits) {
        throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS scan ends before its samples");
      }
    }
    var value = (int) (pool >>> 1 >>> (63 - bits)); // in two steps, for there may be none to read
    pool <<= bits;
    count -= bits;
    return value;
  }

  private void refill() {
    if (at <= bytes.length - Long.BYTES) {
      var next = (long) LONGS.get(bytes, at);
      if (((~next - LOW_BITS) & next & HIGH_BITS) == 0) { // no byte is all ones
        pool |= next >>> count;
        var taken = (63 - count) >> 3;
        at += taken;
        count += 8 * taken;
        return;
      }
    }
    refillByBytes();
  }

  private void refillByBytes() {
    while (count < ENOUGH && at < bytes.length) {
      var next = bytes[at] & 0xFFL;
      if (next != 0xFF) {
        pool |= next << (56 - count);
        at++;
        count += 8;
      } else if (at + 1 < bytes.length && bytes[at + 1] >= 0) {
        pool |= (next << 7 | bytes[at + 1]) << (49 - count);
        at += 2;
        count += 15;
      } else {
        return; // a marker
      }
    }
  }
}
