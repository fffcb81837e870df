package org.radcase.dicom.codec;

import java.util.Arrays;
import org.radcase.dicom.codec.JpegLsPresets.Named;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Reads the marker segments of one JPEG-LS stream and decodes its scans. For one thread. Source:
 * ITU-T T.87 annex C, T.81 annex B.
 */
final class JpegLsReader {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOF_55 = 0xF7;
  private static final int LSE = 0xF8;
  private static final int SOS = 0xDA;
  private static final int DRI = 0xDD;
  private static final int RST_0 = 0xD0;
  private static final int COM = 0xFE;
  private static final int APP_0 = 0xE0;
  private static final int APP_8 = 0xE8;
  private static final int APP_15 = 0xEF;
  private static final int PRESETS = 1;
  private static final byte[] COLOR_TRANSFORM = {'m', 'r', 'f', 'x'};

  private final byte[] stream;
  private final FrameShape shape;
  private byte[] samples = {};

  /** Identifiers of the components, in the order of the samples; of those decoded, -1. */
  private int[] components = {};

  private int bits;
  private Named presets = Named.NONE;
  private long restartLines;
  private int at;

  JpegLsReader(byte[] stream, FrameShape shape) {
    this.stream = stream;
    this.shape = shape;
  }

  /** The samples, once all components are decoded; a missing end of image does no harm. */
  byte[] decode() throws DicomException {
    if (stream.length < 2 || unsigned16(0) != (0xFF00 | SOI)) {
      throw malformed("Not a JPEG-LS stream");
    }
    at = 2;
    var left = shape.samplesPerPixel();
    while (left > 0) {
      var marker = marker();
      if (marker == EOI) {
        throw DicomException.at(at, Kind.TRUNCATED, "JPEG-LS without all its components");
      }
      var end = segmentEnd();
      switch (marker) {
        case SOF_55 -> readFrameHeader(end);
        case LSE -> readPresets(end);
        case DRI -> readRestartInterval(end);
        case APP_8 -> refuseColorTransform(end);
        case SOS -> {
          left -= readScan(end);
          continue; // the scan ends where its lines do
        }
        default -> requireSkippable(marker);
      }
      at = end;
    }
    return samples;
  }

  private void readFrameHeader(int end) throws DicomException {
    requireLength(end, 6);
    var count = unsigned8(at + 5);
    requireLength(end, 6 + 3 * count);
    bits = unsigned8(at);
    shape.check(unsigned16(at + 1), unsigned16(at + 3), count, bits, at);
    if (components.length > 0 || bits < 2 || bits > 16) {
      throw malformed("A second frame header, or one of " + bits + " bits");
    }
    components = new int[count];
    for (var i = 0; i < count; i++) {
      components[i] = unsigned8(at + 6 + 3 * i);
      if (unsigned8(at + 7 + 3 * i) != unsigned8(at + 7)) {
        throw undecodable("subsampled components");
      }
    }
    samples = new byte[shape.bytes()];
  }

  private void readPresets(int end) throws DicomException {
    requireLength(end, 1);
    if (unsigned8(at) != PRESETS) {
      throw undecodable("mapping tables or sizes beyond 16 bits");
    }
    requireLength(end, 11);
    presets = new Named(
        unsigned16(at + 1),
        unsigned16(at + 3),
        unsigned16(at + 5),
        unsigned16(at + 7),
        unsigned16(at + 9));
  }

  /** Two, three or four bytes; it counts lines. Source: T.87 C.2.5. */
  private void readRestartInterval(int end) throws DicomException {
    requireLength(end, 2);
    restartLines = 0;
    for (var i = at; i < end; i++) {
      restartLines = (restartLines << 8 | unsigned8(i)) & 0xFFFFFFFFL;
    }
  }

  /** An extension of Hewlett-Packard that DICOM does not allow. */
  private void refuseColorTransform(int end) throws DicomException {
    var isTransform = end - at >= 5
        && Arrays.equals(stream, at, at + 4, COLOR_TRANSFORM, 0, 4)
        && stream[at + 4] != 0;
    if (isTransform) {
      throw undecodable("colour transforms");
    }
  }

  /** @return the number of components */
  private int readScan(int end) throws DicomException {
    requireLength(end, 1);
    var count = unsigned8(at);
    requireLength(end, 4 + 2 * count);
    var offsets = new int[count];
    for (var i = 0; i < count; i++) {
      offsets[i] = take(unsigned8(at + 1 + 2 * i));
      if (unsigned8(at + 2 + 2 * i) != 0) {
        throw undecodable("mapping tables");
      }
    }
    var near = unsigned8(at + 1 + 2 * count);
    var interleave = unsigned8(at + 2 + 2 * count);
    if (count < 1 || interleave > 2 || (interleave == 0 && count > 1)) {
      throw malformed("A JPEG-LS scan of no known interleave");
    }
    if (unsigned8(at + 3 + 2 * count) != 0) {
      throw undecodable("a point transform");
    }
    var reader = new JpegLsBits(stream, end);
    var scan =
        new JpegLsScan(reader, JpegLsPresets.of(presets, bits, near, at), shape.columns(), count);
    readLines(reader, scan, interleave == 2 && count > 1, offsets);
    at = reader.position();
    return count;
  }

  private void readLines(JpegLsBits reader, JpegLsScan scan, boolean byPixel, int[] offsets)
      throws DicomException {
    var interval = restartLines == 0 ? shape.rows() : restartLines;
    for (var row = 0; row < shape.rows(); row++) {
      if (row > 0 && row % interval == 0) {
        restart(reader, (int) (row / interval - 1) % 8);
        scan.restart();
      }
      if (byPixel) {
        scan.readPixels();
      } else {
        scan.readLines();
      }
      for (var i = 0; i < offsets.length; i++) {
        store(scan.line(i), row, offsets[i]);
      }
    }
  }

  private void restart(JpegLsBits reader, int number) throws DicomException {
    at = reader.position();
    if (marker() != RST_0 + number) {
      throw malformed("JPEG-LS without its restart marker");
    }
    reader.continueAt(at);
  }

  private void store(int[] line, int row, int component) {
    var bytes = shape.sampleBytes();
    var step = shape.samplesPerPixel() * bytes;
    var to = row * shape.columns() * step + component * bytes;
    for (var x = 1; x <= shape.columns(); x++, to += step) {
      samples[to] = (byte) line[x];
      if (bytes > 1) {
        samples[to + 1] = (byte) (line[x] >> 8);
      }
    }
  }

  /** The index of a component, which no other scan may decode again. */
  private int take(int identifier) throws DicomException {
    for (var i = 0; i < components.length; i++) {
      if (components[i] == identifier) {
        components[i] = -1;
        return i;
      }
    }
    throw malformed("A JPEG-LS scan of a component that is not there, or no longer");
  }

  /** Goes behind the next marker; fill bytes, and padding after a scan, are passed over. */
  private int marker() throws DicomException {
    while (at + 1 < stream.length) {
      if (stream[at++] == (byte) 0xFF && unsigned8(at) >= 0x80 && unsigned8(at) != 0xFF) {
        return unsigned8(at++);
      }
    }
    throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS stream ends before its samples");
  }

  /** Goes behind the length of a segment. */
  private int segmentEnd() throws DicomException {
    if (at + 2 > stream.length) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS stream ends in a segment");
    }
    var length = unsigned16(at);
    if (length < 2) {
      throw malformed("A JPEG-LS segment of " + length + " bytes");
    }
    if (at + length > stream.length) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG-LS stream ends in a segment");
    }
    at += 2;
    return at - 2 + length;
  }

  private void requireLength(int end, int bytes) throws DicomException {
    if (end - at < bytes) {
      throw malformed("A JPEG-LS segment shorter than its contents");
    }
  }

  private void requireSkippable(int marker) throws DicomException {
    if (marker != COM && (marker < APP_0 || marker > APP_15)) {
      throw undecodable("a marker " + Integer.toHexString(marker));
    }
  }

  private int unsigned8(int offset) {
    return stream[offset] & 0xFF;
  }

  private int unsigned16(int offset) {
    return unsigned8(offset) << 8 | unsigned8(offset + 1);
  }

  private DicomException malformed(String message) {
    return DicomException.at(at, Kind.MALFORMED, message);
  }

  private DicomException undecodable(String what) {
    return DicomException.at(at, Kind.NOT_DECODABLE, "JPEG-LS with " + what);
  }
}
