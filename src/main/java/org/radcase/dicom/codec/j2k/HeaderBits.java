package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Bits of packet headers; a byte of FF is followed by seven. Source: T.800 B.10.1. For one thread.
 */
final class HeaderBits {
  private byte[] bytes = {};
  private int at;
  private int end;
  private int current;
  private int left;

  /** Goes on at another place, at a whole byte. */
  void seek(byte[] in, int start, int stop) {
    bytes = in;
    at = start;
    end = stop;
    current = 0;
    left = 0;
  }

  /** The byte behind those read. */
  int at() {
    return at;
  }

  int bit() throws DicomException {
    if (left == 0) {
      left = current == 0xFF ? 7 : 8;
      current = next();
    }
    return current >> --left & 1;
  }

  int bits(int count) throws DicomException {
    var value = 0;
    for (var i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /** Ends a header: the rest of its last byte is padding, and a stuffed byte may follow. */
  void align() throws DicomException {
    if (current == 0xFF) {
      next();
    }
    current = 0;
    left = 0;
  }

  /** Skips a marker of two bytes and what belongs to it, if it comes next. */
  void skip(int marker, int length) {
    if (isNext(marker)) {
      at = Math.min(at + length, end);
    }
  }

  DicomException malformed(String message) {
    return DicomException.at(at, Kind.MALFORMED, message);
  }

  private boolean isNext(int marker) {
    return end - at >= 2 && ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF)) == marker;
  }

  private int next() throws DicomException {
    if (at >= end) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG 2000 stream ends before its packets");
    }
    return bytes[at++] & 0xFF;
  }
}
