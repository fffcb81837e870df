package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;

/**
 * JPEG-LS: lossless and near-lossless decoding, lossless encoding. Source: PS3.5 section 8.2.3 and
 * A.4.3, ITU-T T.87.
 */
public final class JpegLs {
  private JpegLs() {}

  /**
   * Decodes one frame. Samples keep their bits: those above the stream's precision are 0, of negative
   * values too.
   *
   * @return samples as {@link FrameShape} says
   * @throws DicomException MALFORMED, TRUNCATED, or NOT_DECODABLE for mapping tables, point
   *     transforms, subsampled components and colour transforms of Hewlett-Packard
   */
  public static byte[] decode(byte[] frame, FrameShape shape) throws DicomException {
    return new JpegLsReader(frame, shape).decode();
  }

  /**
   * Encodes one frame without loss, colours line by line. Bits of a container above Bits Stored are
   * not encoded.
   *
   * @param samples as {@link FrameShape} says
   * @param bitsStored 1 to 16; one bit is encoded as two
   * @return a stream of even length
   * @throws IllegalArgumentException if the samples are not of the shape, or JPEG-LS cannot hold them
   */
  public static byte[] encode(byte[] samples, FrameShape shape, int bitsStored) {
    return new JpegLsWriter(samples, shape, bitsStored).encode();
  }
}
