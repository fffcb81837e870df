package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Reads the markers of a JPEG, and what stands in their segments. Source: ITU-T T.81 B.1.1. */
final class JpegCursor {
  private final byte[] bytes;
  private int at;
  private final int end;
  private final Kind shortage;

  private JpegCursor(byte[] bytes, int at, int end, Kind shortage) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    this.shortage = shortage;
  }

  static JpegCursor of(byte[] stream) {
    return new JpegCursor(stream, 0, stream.length, Kind.TRUNCATED);
  }

  int offset() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  void skipTo(int offset) {
    at = offset;
  }

  int u8() throws DicomException {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int u16() throws DicomException {
    return u8() << 8 | u8();
  }

  byte[] take(int length) throws DicomException {
    require(length);
    var taken = new byte[length];
    System.arraycopy(bytes, at, taken, 0, length);
    at += length;
    return taken;
  }

  /** The code of the marker that must stand here; any number of 0xFF may fill the room before. */
  int marker() throws DicomException {
    var begin = at;
    if (u8() != 0xFF) {
      throw DicomException.at(begin, Kind.MALFORMED, "No marker where the JPEG must have one");
    }
    var code = u8();
    while (code == 0xFF) {
      code = u8();
    }
    return code;
  }

  /** What the segment holds that begins here with its length; this cursor goes on behind it. */
  JpegCursor segment() throws DicomException {
    var begin = at;
    var length = u16();
    if (length < 2) {
      throw DicomException.at(begin, Kind.MALFORMED, "A JPEG segment of length " + length);
    }
    require(length - 2);
    at = begin + length;
    return new JpegCursor(bytes, begin + 2, at, Kind.MALFORMED);
  }

  DicomException malformed(String message) {
    return DicomException.at(at, Kind.MALFORMED, message);
  }

  private void require(int length) throws DicomException {
    if (length > end - at) {
      throw DicomException.at(end, shortage, "A JPEG, or a segment of it, shorter than its parts");
    }
  }
}
