package org.radcase.dicom.pixel;

import org.radcase.dicom.codec.DeflatedFrame;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.JpegLs;
import org.radcase.dicom.codec.Rle;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.TransferSyntax;

/** Turns the bytes of a frame into samples. Source: PS3.5 section 8.2, annex A.4. */
public final class FrameDecoder {

  /**
   * Decoded samples: little endian in containers of Bits Allocated; of one bit, packed from the lowest
   * bit of each byte. The layout's photometric interpretation and planar configuration are those of
   * the samples.
   */
  public static final class Samples {
    private final byte[] bytes;
    private final PixelLayout layout;

    Samples(byte[] bytes, PixelLayout layout) {
      this.bytes = bytes;
      this.layout = layout;
    }

    /** The array itself, not a copy: the caller owns the samples. */
    public byte[] bytes() {
      return bytes;
    }

    public PixelLayout layout() {
      return layout;
    }
  }

  /** Room for the largest mammogram; a file can name 65,535 by 65,535 in a few bytes. */
  private static final long MOST_PIXELS = 48_000_000;

  private FrameDecoder() {}

  /** Whether {@link #decode} knows the syntax. */
  public static boolean canDecode(TransferSyntax syntax) {
    return switch (syntax.codec()) {
      case NATIVE,
          RLE,
          DEFLATED_FRAME,
          JPEG_BASELINE,
          JPEG_EXTENDED,
          JPEG_LOSSLESS,
          JPEG_LS,
          JPEG_2000 -> true;
      default -> false;
    };
  }

  /**
   * Decodes one frame, as {@link FrameReader} gives it.
   *
   * @throws DicomException NOT_DECODABLE if no codec here can, LIMIT if the frame is too large,
   *     MALFORMED or TRUNCATED if its bytes are
   */
  public static Samples decode(byte[] frame, PixelLayout layout, TransferSyntax syntax)
      throws DicomException {
    if ((long) layout.rows() * layout.columns() > MOST_PIXELS) {
      throw DicomException.of(Kind.LIMIT, "A frame of more than " + MOST_PIXELS + " pixels");
    }
    return switch (syntax.codec()) {
      case NATIVE -> whole(frame, layout);
      case RLE -> rle(frame, layout);
      case JPEG_LS -> interleaved(JpegLs.decode(frame, shape(layout)), layout);
      case JPEG_2000 -> Jpeg2000Frame.decode(frame, layout);
      case DEFLATED_FRAME ->
        whole(DeflatedFrame.decode(frame, Math.toIntExact(layout.frameBytes())), layout);
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS -> JpegFrames.decode(frame, layout);
      default ->
        throw DicomException.of(
            Kind.NOT_DECODABLE, "No codec here for " + syntax.keyword() + " " + syntax.uid());
    };
  }

  /** Real files with one bit a sample have the bytes of the native frame in a single segment. */
  private static Samples rle(byte[] frame, PixelLayout layout) throws DicomException {
    if (layout.bitsAllocated() > 1) {
      return interleaved(Rle.decode(frame, shape(layout)), layout);
    }
    var packed = new FrameShape(1, Math.toIntExact(layout.frameBytes()), 1, 1);
    return whole(Rle.decode(frame, packed), layout);
  }

  private static FrameShape shape(PixelLayout layout) throws DicomException {
    if (layout.bitsAllocated() < 8 || layout.bitsAllocated() > 32) {
      throw DicomException.of(
          Kind.NOT_DECODABLE, "A bitstream in containers of " + layout.bitsAllocated() + " bits");
    }
    return new FrameShape(
        layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.bitsAllocated() / 8);
  }

  /** These codecs have all samples of all components, so nothing can be left out of a plane. */
  private static Samples interleaved(byte[] samples, PixelLayout layout) {
    var photometric = layout.photometric() == Photometric.YBR_FULL_422
        ? Photometric.YBR_FULL
        : layout.photometric();
    return new Samples(samples, layout.decoded(photometric));
  }

  private static Samples whole(byte[] frame, PixelLayout layout) throws DicomException {
    if (frame.length < layout.frameBytes()) {
      throw DicomException.of(Kind.TRUNCATED, "The frame is shorter than its samples");
    }
    return new Samples(frame, layout);
  }
}
