package org.radcase.dicom.pixel;

import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.Jpeg;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * JPEG frames: what the components are, the data set says, unless the bitstream contradicts it.
 * Source: PS3.5 sections 8.2.1 and A.4.1.
 */
final class JpegFrames {
  private JpegFrames() {}

  static FrameDecoder.Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
    if (layout.bitsAllocated() != 8 && layout.bitsAllocated() != 16) {
      throw DicomException.of(
          Kind.NOT_DECODABLE, "JPEG in containers of " + layout.bitsAllocated() + " bits");
    }
    var shape = new FrameShape(
        layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.bitsAllocated() / 8);
    var decoded = Jpeg.decode(frame, shape);
    var photometric = photometric(decoded.colorSpace(), layout);
    return new FrameDecoder.Samples(decoded.samples(), layout.decoded(photometric));
  }

  private static Photometric photometric(Jpeg.ColorSpace colorSpace, PixelLayout layout) {
    if (layout.samplesPerPixel() != 3) {
      return layout.photometric();
    }
    return switch (colorSpace) {
      case RGB -> Photometric.RGB;
      case YCBCR -> Photometric.YBR_FULL;
      // Sub-sampled components have been spread, so that YBR_FULL_422 is no more.
      case UNSTATED ->
        layout.photometric() == Photometric.RGB ? Photometric.RGB : Photometric.YBR_FULL;
    };
  }
}
