package org.radcase.dicom.codec;

import org.radcase.dicom.codec.JpegLsPresets.Named;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Reads the headers of one JPEG-LS stream and decodes its scans. For one thread. Source: ITU-T T.87
 * annex C.
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
  private static final int LEAST_BITS = 2;
  private static final int MOST_BITS = 16;
  private static final byte[] COLOR_TRANSFORM = {'m', 'r', 'f', 'x'};

  private final byte[] stream;
  private final JpegLsSegments segments;
  private final FrameShape shape;
  private final Work work;
  private byte[] samples = {};

  /** Identifiers of the components, in the order of the samples; of those decoded, -1. */
  private int[] components = {};

  private int bits;
  private Named presets = Named.NONE;
  private long restartLines;

  JpegLsReader(byte[] stream, FrameShape shape) {
    this.stream = stream;
    this.shape = shape;
    segments = new JpegLsSegments(stream);
    work = new Work(stream.length, shape);
  }

  /** The samples, once all components are decoded; a missing end of image does no harm. */
  byte[] decode() throws DicomException {
    segments.require(SOI);
    var left = shape.samplesPerPixel();
    while (left > 0) {
      var marker = segments.nextMarker();
      if (marker == EOI) {
        throw DicomException.at(
            segments.position(), Kind.TRUNCATED, "JPEG-LS without all its components");
      }
      segments.enter();
      switch (marker) {
        case SOF_55 -> readFrameHeader();
        case LSE -> readPresets();
        case DRI -> readRestartInterval();
        case APP_8 -> refuseColorTransform();
        case SOS -> {
          left -= readScan();
          continue; // where its lines end
        }
        default -> requireSkippable(marker);
      }
      segments.leave();
    }
    return samples;
  }

  private void readFrameHeader() throws DicomException {
    segments.requireLeft(6);
    var count = segments.unsigned8(5);
    segments.requireLeft(6 + 3 * count);
    bits = segments.unsigned8(0);
    var rows = segments.unsigned16(1);
    var columns = segments.unsigned16(3);
    shape.check(rows, columns, count, bits, segments.position());
    if (components.length > 0 || bits < LEAST_BITS || bits > MOST_BITS) {
      throw segments.malformed("A second frame header, or one of " + bits + " bits");
    }
    components = new int[count];
    for (var i = 0; i < count; i++) {
      components[i] = segments.unsigned8(6 + 3 * i);
      if (segments.unsigned8(7 + 3 * i) != segments.unsigned8(7)) {
        throw segments.undecodable("subsampled components");
      }
    }
    samples = new byte[shape.bytes()];
  }

  private void readPresets() throws DicomException {
    segments.requireLeft(1);
    if (segments.unsigned8(0) != PRESETS) {
      throw segments.undecodable("mapping tables or sizes beyond 16 bits");
    }
    segments.requireLeft(11);
    presets = new Named(
        segments.unsigned16(1),
        segments.unsigned16(3),
        segments.unsigned16(5),
        segments.unsigned16(7),
        segments.unsigned16(9));
  }

  /** Two, three or four bytes; it counts lines. Source: T.87 C.2.5. */
  private void readRestartInterval() throws DicomException {
    segments.requireLeft(2);
    restartLines = 0;
    for (var i = 0; i < segments.left(); i++) {
      restartLines = (restartLines << 8 | segments.unsigned8(i)) & 0xFFFFFFFFL;
    }
  }

  /** An extension of Hewlett-Packard that DICOM does not allow. */
  private void refuseColorTransform() throws DicomException {
    var named = COLOR_TRANSFORM.length;
    if (segments.startsWith(COLOR_TRANSFORM)
        && segments.left() > named
        && segments.unsigned8(named) != 0) {
      throw segments.undecodable("colour transforms");
    }
  }

  /** @return the number of components */
  private int readScan() throws DicomException {
    segments.requireLeft(1);
    var count = segments.unsigned8(0);
    segments.requireLeft(4 + 2 * count);
    var taken = new int[count];
    for (var i = 0; i < count; i++) {
      taken[i] = take(segments.unsigned8(1 + 2 * i));
      if (segments.unsigned8(2 + 2 * i) != 0) {
        throw segments.undecodable("mapping tables");
      }
    }
    var near = segments.unsigned8(1 + 2 * count);
    var interleave = segments.unsigned8(2 + 2 * count);
    if (count < 1 || interleave > 2 || (interleave == 0 && count > 1)) {
      throw segments.malformed("A JPEG-LS scan of no known interleave");
    }
    if (segments.unsigned8(3 + 2 * count) != 0) {
      throw segments.undecodable("a point transform");
    }
    var parameters = JpegLsPresets.of(presets, bits, near, segments.position());
    segments.leave();
    var data = new JpegLsBits(stream, segments.position());
    var scan = new JpegLsScan(data, parameters, shape.columns(), count);
    readLines(data, scan, interleave == 2 && count > 1, taken);
    segments.continueAt(data.position());
    return count;
  }

  /** The index of a component, which no other scan may decode again. */
  private int take(int identifier) throws DicomException {
    for (var i = 0; i < components.length; i++) {
      if (components[i] == identifier) {
        components[i] = -1;
        return i;
      }
    }
    throw segments.malformed("A JPEG-LS scan of a component that is not there, or no longer");
  }

  private void readLines(JpegLsBits data, JpegLsScan scan, boolean byPixel, int[] taken)
      throws DicomException {
    var interval = restartLines == 0 ? shape.rows() : restartLines;
    for (var row = 0; row < shape.rows(); row++) {
      if (row > 0 && row % interval == 0) {
        restart(data, (int) (row / interval - 1) % 8);
        scan.restart();
        work.take(JpegLsModel.CONTEXTS, data.position());
      }
      if (byPixel) {
        scan.readPixels();
      } else {
        scan.readLines();
      }
      work.take((long) taken.length * shape.columns(), data.position());
      for (var i = 0; i < taken.length; i++) {
        store(scan.line(i), row, taken[i]);
      }
    }
  }

  private void restart(JpegLsBits data, int number) throws DicomException {
    segments.continueAt(data.position());
    if (segments.nextMarker() != RST_0 + number) {
      throw segments.malformed("JPEG-LS without its restart marker");
    }
    data.continueAt(segments.position());
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

  private void requireSkippable(int marker) throws DicomException {
    if (marker != COM && (marker < APP_0 || marker > APP_15)) {
      throw segments.undecodable("a marker " + Integer.toHexString(marker));
    }
  }
}
