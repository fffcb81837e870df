package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Deflated Image Frame Compression: the bytes of one native frame, whatever its layout, as one stream
 * of RFC 1951. Source: PS3.5 section 8.2.16 and A.4.13.
 */
public final class DeflatedFrame {
  /** Deflate cannot make more of a byte: two bits give 258. */
  private static final int MOST_OF_A_BYTE = 1032;

  private DeflatedFrame() {}

  /**
   * Inflates one frame. What follows it in the stream is left there.
   *
   * @param length of the native frame, in bytes
   * @throws DicomException TRUNCATED if the stream ends before that, MALFORMED if it is none
   */
  public static byte[] decode(byte[] frame, int length) throws DicomException {
    if (length > (long) frame.length * MOST_OF_A_BYTE) {
      throw tooShort(frame.length);
    }
    var inflater = new Inflater(true);
    try {
      inflater.setInput(frame);
      var bytes = new byte[length];
      for (var filled = 0; filled < length; ) {
        var inflated = inflater.inflate(bytes, filled, length - filled);
        if (inflated == 0) {
          throw inflater.needsDictionary() ? malformed(inflater) : tooShort(frame.length);
        }
        filled += inflated;
      }
      return bytes;
    } catch (DataFormatException e) {
      var fault = malformed(inflater);
      fault.initCause(e);
      throw fault;
    } finally {
      inflater.end();
    }
  }

  /** Deflates the bytes of one native frame into a stream of even length. */
  public static byte[] encode(byte[] bytes) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[16 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      if (out.size() % 2 != 0) {
        out.write(0);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static DicomException tooShort(long offset) {
    return DicomException.at(offset, Kind.TRUNCATED, "A deflated frame ends before its samples");
  }

  private static DicomException malformed(Inflater inflater) {
    return DicomException.at(inflater.getBytesRead(), Kind.MALFORMED, "Not a deflated frame");
  }
}
