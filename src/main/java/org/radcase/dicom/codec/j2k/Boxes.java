package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.data.DicomException;

/**
 * Finds the codestream. DICOM wants it bare, but files with the boxes of JP2 around it exist; what
 * the other boxes say, the data set says better. Source: PS3.5 section 8.2.4, T.800 annex I.4.
 */
final class Boxes {
  private static final long SIGNATURE = 0x6A502020; // "jP  "
  private static final long CODESTREAM = 0x6A703263; // "jp2c"
  private static final int SIGNATURE_BYTES = 12;

  private Boxes() {}

  static ByteReader codestream(byte[] stream) throws DicomException {
    var in = new ByteReader(stream, 0, stream.length);
    if (!isJp2(stream)) {
      return in;
    }
    while (in.left() > 0) {
      var length = in.u32();
      var type = in.u32();
      var headerBytes = 8;
      if (length == 1) {
        length = in.u32() << 32 | in.u32();
        headerBytes = 16;
      }
      var reachesEnd = length == 0 || length - headerBytes > in.left();
      if (type == CODESTREAM) {
        return in.take(reachesEnd ? in.left() : checked(length - headerBytes, in));
      }
      in.take(length == 0 ? in.left() : checked(length - headerBytes, in));
    }
    throw in.malformed("A JP2 file without a codestream");
  }

  private static boolean isJp2(byte[] stream) throws DicomException {
    if (stream.length < SIGNATURE_BYTES) {
      return false;
    }
    var in = new ByteReader(stream, 0, SIGNATURE_BYTES);
    return in.u32() == SIGNATURE_BYTES && in.u32() == SIGNATURE;
  }

  private static long checked(long length, ByteReader in) throws DicomException {
    if (length < 0) {
      throw in.malformed("A JP2 box shorter than its own header");
    }
    return length;
  }
}
