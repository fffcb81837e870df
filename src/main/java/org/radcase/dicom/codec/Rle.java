package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** RLE Lossless: a segment a byte of the sample, the highest first. Source: PS3.5 annex G. */
public final class Rle {
  private static final int HEADER_BYTES = 64;
  private static final int MOST_SEGMENTS = 15;

  /** Bytes that one control byte can announce, alike or not. */
  private static final int MOST_AT_ONCE = 128;

  /** Two alike would be no shorter as a run of their own. */
  private static final int LEAST_RUN = 3;

  private Rle() {}

  /**
   * Decodes one frame.
   *
   * @return samples as {@link FrameShape} says
   * @throws DicomException MALFORMED or TRUNCATED
   */
  public static byte[] decode(byte[] frame, FrameShape shape) throws DicomException {
    var sampleBytes = shape.sampleBytes();
    var segments = sampleBytes * shape.samplesPerPixel();
    if (frame.length < HEADER_BYTES) {
      throw DicomException.at(0, Kind.TRUNCATED, "An RLE frame without its header");
    }
    var header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != segments || segments > MOST_SEGMENTS) {
      throw DicomException.at(
          0, Kind.MALFORMED, header.getInt(0) + " RLE segments where " + segments + " belong");
    }
    var samples = new byte[shape.bytes()];
    var work = new Work(frame.length, shape);
    for (var segment = 0; segment < segments; segment++) {
      var begin = header.getInt(4 + 4 * segment) & 0xFFFFFFFFL;
      var end =
          segment + 1 < segments ? header.getInt(8 + 4 * segment) & 0xFFFFFFFFL : frame.length;
      if (begin < HEADER_BYTES || begin > end || end > frame.length) {
        throw DicomException.at(4 + 4 * segment, Kind.MALFORMED, "An RLE segment out of its frame");
      }
      work.take(end - begin + samples.length / segments, begin);
      unpack(frame, (int) begin, (int) end, samples, first(segment, sampleBytes), segments);
    }
    return samples;
  }

  /**
   * Encodes one frame.
   *
   * @param samples as {@link FrameShape} says
   * @return a frame of even length
   * @throws IllegalArgumentException if the samples are not of the shape, or a pixel has more than 15
   *     bytes
   */
  public static byte[] encode(byte[] samples, FrameShape shape) {
    var segments = shape.sampleBytes() * shape.samplesPerPixel();
    if (samples.length != shape.bytes() || segments > MOST_SEGMENTS) {
      throw new IllegalArgumentException("RLE cannot hold " + shape);
    }
    var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(segments);
    var out = new ByteArrayOutputStream();
    var line = new byte[shape.columns()];
    for (var segment = 0; segment < segments; segment++) {
      header.putInt(HEADER_BYTES + out.size());
      var from = first(segment, shape.sampleBytes());
      for (var row = 0; row < shape.rows(); row++) {
        for (var x = 0; x < line.length; x++, from += segments) {
          line[x] = samples[from];
        }
        pack(line, out); // PS3.5 G.3.1: no run crosses a row
      }
      if (out.size() % 2 != 0) {
        out.write(0);
      }
    }
    return ByteBuffer.allocate(HEADER_BYTES + out.size())
        .put(header.array())
        .put(out.toByteArray())
        .array();
  }

  /** Where the first byte of a segment stands among the samples; all bytes of a pixel are together. */
  private static int first(int segment, int sampleBytes) {
    var sample = segment / sampleBytes;
    var byteOfSample = sampleBytes - 1 - segment % sampleBytes;
    return sample * sampleBytes + byteOfSample;
  }

  private static void unpack(byte[] from, int begin, int end, byte[] into, int first, int step)
      throws DicomException {
    var at = begin;
    var to = first;
    while (to < into.length) {
      if (at >= end) {
        throw DicomException.at(at, Kind.TRUNCATED, "An RLE segment ends before its pixels");
      }
      int control = from[at++];
      if (control >= 0) {
        for (var i = 0; i <= control && at < end && to < into.length; i++, to += step) {
          into[to] = from[at++];
        }
      } else if (control != -128 && at < end) {
        var repeated = from[at++];
        for (var i = 0; i <= -control && to < into.length; i++, to += step) {
          into[to] = repeated;
        }
      }
    }
  }

  private static void pack(byte[] line, ByteArrayOutputStream out) {
    var literal = 0;
    for (var at = 0; at < line.length; ) {
      var run = run(line, at);
      if (run < LEAST_RUN) {
        at += run;
        continue;
      }
      packLiteral(line, literal, at, out);
      out.write(1 - run);
      out.write(line[at]);
      at += run;
      literal = at;
    }
    packLiteral(line, literal, line.length, out);
  }

  private static int run(byte[] line, int from) {
    var to = from + 1;
    while (to < line.length && to - from < MOST_AT_ONCE && line[to] == line[from]) {
      to++;
    }
    return to - from;
  }

  private static void packLiteral(byte[] line, int from, int to, ByteArrayOutputStream out) {
    for (var at = from; at < to; at += MOST_AT_ONCE) {
      var length = Math.min(MOST_AT_ONCE, to - at);
      out.write(length - 1);
      out.write(line, at, length);
    }
  }
}
