package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;

/**
 * What application segments and component numbers say of colour, judged as libjpeg does. Source:
 * ITU-T T.871 (JFIF), T.872 section 6.5.3 (APP14 "Adobe"). For one thread.
 */
final class JpegColors {
  private static final int UNSTATED = -1;

  private boolean isJfif;
  private int adobeTransform = UNSTATED;

  /** APP0. */
  void readApp0(JpegCursor segment) throws DicomException {
    isJfif |= begins(segment, "JFIF\0");
  }

  /** APP14. */
  void readApp14(JpegCursor segment) throws DicomException {
    if (begins(segment, "Adobe") && segment.remaining() >= 7) {
      segment.take(6); // version and flags
      adobeTransform = segment.u8();
    }
  }

  Jpeg.ColorSpace of(JpegFrame frame) {
    if (frame.components().size() != 3) {
      return Jpeg.ColorSpace.UNSTATED;
    }
    if (isJfif && frame.coding() == JpegFrame.Coding.DCT) {
      return Jpeg.ColorSpace.YCBCR; // by definition
    }
    if (adobeTransform != UNSTATED) {
      return adobeTransform == 0 ? Jpeg.ColorSpace.RGB : Jpeg.ColorSpace.YCBCR;
    }
    var isNamed = frame.component('R').isPresent()
        && frame.component('G').isPresent()
        && frame.component('B').isPresent();
    return isNamed ? Jpeg.ColorSpace.RGB : Jpeg.ColorSpace.UNSTATED;
  }

  private static boolean begins(JpegCursor segment, String name) throws DicomException {
    if (segment.remaining() < name.length()) {
      return false;
    }
    for (var i = 0; i < name.length(); i++) {
      if (segment.u8() != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
