package org.radcase.dicom.part10;

import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;

/** The VR of an element that does not carry its own. Source: PS3.5 annex A.1, PS3.6. */
final class ImplicitVr {
  private ImplicitVr() {}

  /** US or SS goes by the Pixel Representation that stood last before it. */
  static VR of(Tag tag, boolean signedPixels) {
    var vr = Dictionary.vr(tag);
    return vr == VR.US && signedPixels && Dictionary.allows(tag, VR.SS) ? VR.SS : vr;
  }
}
