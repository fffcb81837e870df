package org.radcase.dicom.data;

import java.io.IOException;
import java.util.OptionalLong;

/** What is wrong with a DICOM file, and where. The only fault that hostile bytes may cause. */
public final class DicomException extends IOException {
  private static final long serialVersionUID = 1;

  /** Stable names: programs decide by them. */
  public enum Kind {
    /** Not a DICOM file at all. */
    NOT_PART10,
    /** The file ends before what it announces. */
    TRUNCATED,
    /** Bytes that no reading of the standard allows. */
    MALFORMED,
    /** Deeper, longer or more than {@code ReadLimits} allow. */
    LIMIT,
    /** A transfer syntax that the registry does not know, or that has no file form. */
    UNSUPPORTED_TRANSFER_SYNTAX,
    /** The object has no image. */
    NO_PIXEL_DATA,
    /** The image is valid but cannot be decoded here. */
    NOT_DECODABLE
  }

  private final Kind kind;
  private final long offset;

  private DicomException(Kind kind, String message, long offset) {
    super(offset < 0 ? message : message + " (byte " + offset + ")");
    this.kind = kind;
    this.offset = offset;
  }

  /** @param offset byte of the file, or of the inflated stream for deflated transfer syntaxes */
  public static DicomException at(long offset, Kind kind, String message) {
    return new DicomException(kind, message, Math.max(0, offset));
  }

  /** A fault of the data set as a whole, with no one byte to blame. */
  public static DicomException of(Kind kind, String message) {
    return new DicomException(kind, message, -1);
  }

  public Kind kind() {
    return kind;
  }

  /** The byte where the fault was found. */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}
