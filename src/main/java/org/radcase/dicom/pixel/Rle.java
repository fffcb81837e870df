package org.radcase.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** RLE Lossless: a segment a byte of the sample, the highest first. Source: PS3.5 annex G. */
final class Rle {
  private static final int HEADER_BYTES = 64;
  private static final int MOST_SEGMENTS = 15;

  private Rle() {}

  static FrameDecoder.Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
    var sampleBytes = layout.bitsAllocated() / 8;
    var segments = sampleBytes * layout.samplesPerPixel();
    if (frame.length < HEADER_BYTES) {
      throw DicomException.at(0, Kind.TRUNCATED, "An RLE frame without its header");
    }
    var header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != segments || segments < 1 || segments > MOST_SEGMENTS) {
      throw DicomException.at(
          0, Kind.MALFORMED, header.getInt(0) + " RLE segments where " + segments + " belong");
    }
    var pixelBytes = segments; // interleaved: all bytes of a pixel stand together
    var samples = new byte[Math.multiplyExact(layout.pixels(), pixelBytes)];
    for (var segment = 0; segment < segments; segment++) {
      var begin = header.getInt(4 + 4 * segment) & 0xFFFFFFFFL;
      var end =
          segment + 1 < segments ? header.getInt(8 + 4 * segment) & 0xFFFFFFFFL : frame.length;
      if (begin < HEADER_BYTES || begin > end || end > frame.length) {
        throw DicomException.at(4 + 4 * segment, Kind.MALFORMED, "An RLE segment out of its frame");
      }
      var sample = segment / sampleBytes;
      var byteOfSample = sampleBytes - 1 - segment % sampleBytes;
      var first = sample * sampleBytes + byteOfSample;
      unpack(frame, (int) begin, (int) end, samples, first, pixelBytes);
    }
    return new FrameDecoder.Samples(samples, layout.decoded(colors(layout)));
  }

  /** RLE has a segment for all samples of a plane, so nothing can be left out of it. */
  private static Photometric colors(PixelLayout layout) {
    return layout.photometric() == Photometric.YBR_FULL_422
        ? Photometric.YBR_FULL
        : layout.photometric();
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
}
