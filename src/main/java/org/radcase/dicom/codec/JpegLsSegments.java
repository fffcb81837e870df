package org.radcase.dicom.codec;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Walks over the markers and segments of a JPEG-LS stream. For one thread. Source: T.81 annex B. */
final class JpegLsSegments {
  private final byte[] stream;
  private int at;
  private int end;

  JpegLsSegments(byte[] stream) {
    this.stream = stream;
  }

  int position() {
    return at;
  }

  /** Goes on where entropy-coded data ends. */
  void continueAt(int position) {
    at = position;
  }

  /** Goes behind the marker that must stand here. */
  void require(int marker) throws DicomException {
    if (at + 2 > stream.length || unsigned16(0) != (0xFF00 | marker)) {
      throw malformed("Not a JPEG-LS stream");
    }
    at += 2;
  }

  /** Goes behind the next marker; fill bytes, and padding after a scan, are passed over. */
  int nextMarker() throws DicomException {
    while (at + 1 < stream.length) {
      if (stream[at++] == (byte) 0xFF && unsigned8(0) >= 0x80 && unsigned8(0) != 0xFF) {
        return stream[at++] & 0xFF;
      }
    }
    throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS stream ends before its samples");
  }

  /** Goes behind the length of a segment. */
  void enter() throws DicomException {
    if (at + 2 > stream.length || at + unsigned16(0) > stream.length) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS stream ends in a segment");
    }
    end = at + unsigned16(0);
    if (end < at + 2) {
      throw malformed("A JPEG-LS segment shorter than its length");
    }
    at += 2;
  }

  /** Goes behind the segment. */
  void leave() {
    at = end;
  }

  /** Bytes left of the segment. */
  int left() {
    return end - at;
  }

  void requireLeft(int bytes) throws DicomException {
    if (left() < bytes) {
      throw malformed("A JPEG-LS segment shorter than its contents");
    }
  }

  boolean startsWith(byte[] prefix) {
    return left() >= prefix.length
        && Arrays.equals(stream, at, at + prefix.length, prefix, 0, prefix.length);
  }

  /** A byte of the segment, from where it stands. */
  int unsigned8(int offset) {
    return stream[at + offset] & 0xFF;
  }

  int unsigned16(int offset) {
    return unsigned8(offset) << 8 | unsigned8(offset + 1);
  }

  DicomException malformed(String message) {
    return DicomException.at(at, Kind.MALFORMED, message);
  }

  DicomException undecodable(String what) {
    return DicomException.at(at, Kind.NOT_DECODABLE, "JPEG-LS with " + what);
  }
}
