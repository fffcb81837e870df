package org.radcase.dicom.codec.j2k;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Big-endian reading of a stretch of the stream, never past its end. For one thread. */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  /** @param end exclusive, within {@code bytes} */
  ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.end = end;
    at = start;
  }

  /** Offset in the whole stream. */
  int at() {
    return at;
  }

  int end() {
    return end;
  }

  int left() {
    return end - at;
  }

  int u8() throws DicomException {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int u16() throws DicomException {
    return u8() << 8 | u8();
  }

  long u32() throws DicomException {
    return (long) u16() << 16 | u16();
  }

  /** The next {@code length} bytes as a stretch of their own; reading goes on behind them. */
  ByteReader take(long length) throws DicomException {
    require(length);
    at += (int) length;
    return new ByteReader(bytes, at - (int) length, at);
  }

  byte[] rest() {
    var rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  DicomException malformed(String message) {
    return DicomException.at(at, Kind.MALFORMED, message);
  }

  DicomException notDecodable(String message) {
    return DicomException.at(at, Kind.NOT_DECODABLE, message);
  }

  private void require(long length) throws DicomException {
    if (length > left()) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG 2000 stream ends within its headers");
    }
  }
}
