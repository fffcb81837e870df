package org.radcase.dicom.pixel;

import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.j2k.Jpeg2000;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** JPEG 2000, which undoes its own colour transforms. Source: PS3.5 section 8.2.4. */
final class Jpeg2000Frame {
  private Jpeg2000Frame() {}

  static FrameDecoder.Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
    if (layout.bitsAllocated() > 16) {
      throw DicomException.of(Kind.NOT_DECODABLE, "JPEG 2000 of more than 16 bits");
    }
    var shape = new FrameShape(
        layout.rows(),
        layout.columns(),
        layout.samplesPerPixel(),
        (layout.bitsAllocated() + 7) / 8);
    var samples = Jpeg2000.decode(frame, shape);
    return new FrameDecoder.Samples(
        layout.bitsAllocated() == 1 ? packed(samples) : samples, layout.decoded(colors(layout)));
  }

  private static Photometric colors(PixelLayout layout) {
    return switch (layout.photometric()) {
      case YBR_RCT, YBR_ICT -> Photometric.RGB;
      case YBR_FULL_422 -> Photometric.YBR_FULL; // nothing can be left out of a component here
      default -> layout.photometric();
    };
  }

  /** Eight samples of one bit a byte, the first in the lowest bit. Source: PS3.5 section 8.1.1. */
  private static byte[] packed(byte[] samples) {
    var bits = new byte[(samples.length + 7) / 8];
    for (var i = 0; i < samples.length; i++) {
      bits[i / 8] |= (byte) ((samples[i] & 1) << i % 8);
    }
    return bits;
  }
}
