package org.radcase.dicom.pixel;

import java.util.Locale;

/** Photometric Interpretation (0028,0004). Source: PS3.3 C.7.6.3.1.2. */
public enum Photometric {
  MONOCHROME1,
  MONOCHROME2,
  PALETTE_COLOR,
  RGB,
  YBR_FULL,
  YBR_FULL_422,
  YBR_PARTIAL_420,
  YBR_PARTIAL_422,
  YBR_ICT,
  YBR_RCT,
  XYB,
  /** Retired and unknown terms: ARGB, CMYK, HSV and what is no term at all. */
  OTHER;

  /** The constant of a defined term, which has spaces where the constant has underscores. */
  static Photometric of(String term) {
    var name = term.trim().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (var photometric : values()) {
      if (photometric.name().equals(name)) {
        return photometric;
      }
    }
    return OTHER;
  }

  /** The defined term. */
  public String term() {
    return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
  }

  /** Whether native frames hold Y1 Y2 Cb Cr for two pixels side by side. */
  public boolean isHalved() {
    return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
  }

  public boolean isMonochrome() {
    return this == MONOCHROME1 || this == MONOCHROME2;
  }
}
