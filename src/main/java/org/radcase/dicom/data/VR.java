package org.radcase.dicom.data;

import java.util.Optional;

/** Value Representation. Source: PS3.5 section 6.2, table 7.1-1 for the length fields. */
public enum VR {
  AE(Kind.TEXT),
  AS(Kind.TEXT),
  AT(Kind.INTEGER, 2, 4),
  CS(Kind.TEXT),
  DA(Kind.TEXT),
  DS(Kind.TEXT),
  DT(Kind.TEXT),
  FD(Kind.DECIMAL, 8, 8),
  FL(Kind.DECIMAL, 4, 4),
  IS(Kind.TEXT),
  LO(Kind.CHARSET_TEXT),
  LT(Kind.CHARSET_TEXT),
  OB(Kind.BYTES, 1, 1),
  OD(Kind.BYTES, 8, 8),
  OF(Kind.BYTES, 4, 4),
  OL(Kind.BYTES, 4, 4),
  OV(Kind.BYTES, 8, 8),
  OW(Kind.BYTES, 2, 2),
  PN(Kind.CHARSET_TEXT),
  SH(Kind.CHARSET_TEXT),
  SL(Kind.INTEGER, 4, 4),
  SQ(Kind.SEQUENCE),
  SS(Kind.INTEGER, 2, 2),
  ST(Kind.CHARSET_TEXT),
  SV(Kind.INTEGER, 8, 8),
  TM(Kind.TEXT),
  UC(Kind.CHARSET_TEXT),
  UI(Kind.TEXT),
  UL(Kind.INTEGER, 4, 4),
  UN(Kind.BYTES, 1, 1),
  UR(Kind.TEXT),
  US(Kind.INTEGER, 2, 2),
  UT(Kind.CHARSET_TEXT),
  UV(Kind.INTEGER, 8, 8);

  /** What the bytes of a value are. */
  public enum Kind {
    /** Characters of the default repertoire. */
    TEXT,
    /** Characters that Specific Character Set (0008,0005) rules. */
    CHARSET_TEXT,
    /** Binary whole numbers. */
    INTEGER,
    /** IEEE 754 binary numbers. */
    DECIMAL,
    /** Opaque bytes or words. */
    BYTES,
    /** Items. */
    SEQUENCE
  }

  private static final VR[] BY_CODE = byCode();

  private final Kind kind;
  private final int swapBytes;
  private final int valueBytes;

  VR(Kind kind) {
    this(kind, 1, 1);
  }

  VR(Kind kind, int swapBytes, int valueBytes) {
    this.kind = kind;
    this.swapBytes = swapBytes;
    this.valueBytes = valueBytes;
  }

  /** The VR of two letters, as they stand in an explicit VR data set. */
  public static Optional<VR> of(char first, char second) {
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_CODE[(first - 'A') * 26 + second - 'A']);
  }

  public Kind kind() {
    return kind;
  }

  public boolean isText() {
    return kind == Kind.TEXT || kind == Kind.CHARSET_TEXT;
  }

  /** Size of the unit whose bytes change order with the byte order of the data set; 1 if none does. */
  public int swapBytes() {
    return swapBytes;
  }

  /** Size of one binary value in bytes; 1 for text and opaque bytes. */
  public int valueBytes() {
    return valueBytes;
  }

  /** Whether explicit VR gives this VR two reserved bytes and a length of 32 bits. */
  public boolean hasLongLength() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
      default -> false;
    };
  }

  /** Whether a backslash separates values; the long texts hold it as a character. */
  public boolean isMultiValued() {
    return switch (this) {
      case LT, ST, UT, UR -> false;
      default -> isText();
    };
  }

  /** What fills a value of odd length to an even one: NUL for UIDs and bytes, a space for text. */
  public byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }

  private static VR[] byCode() {
    var table = new VR[26 * 26];
    for (var vr : values()) {
      table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
    return table;
  }
}
