package org.radcase.dicom.part10;

import java.io.IOException;

/** Knows how compressed images begin, where no offset table says which fragments begin a frame. */
final class ImageStart {
  private static final int JPEG_SOI = 0xFFD8; // JPEG and JPEG-LS: ITU-T T.81 annex B
  private static final int JPEG_2000_SOC = 0xFF4F; // ISO/IEC 15444-1 annex A; HTJ2K too
  private static final int MARKER = 0xFF;
  private static final int JP2_BOX = 0x0000000C; // ISO/IEC 15444-1 annex I, and JPEG XL
  private static final int JPEG_XL = 0xFF0A;

  private ImageStart() {}

  static boolean isNext(ByteInput in) throws IOException {
    if (in.available(4) < 4) {
      return false;
    }
    var two = in.peekShort(0, true);
    return (two == JPEG_SOI && (in.peek(2) & 0xFF) == MARKER)
        || (two == JPEG_2000_SOC && (in.peek(2) & 0xFF) == MARKER)
        || two == JPEG_XL
        || in.peekInt(0, true) == JP2_BOX;
  }
}
