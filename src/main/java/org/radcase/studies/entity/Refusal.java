package org.radcase.studies.entity;

/** Why a file was not taken. The codes are promises. */
public enum Refusal {
  NOT_PART10("dicom.not-part10"),
  DICOMDIR("dicom.dicomdir"),
  TRUNCATED("dicom.truncated"),
  MALFORMED("dicom.malformed"),
  LIMIT("dicom.limit"),
  UNSUPPORTED_TRANSFER_SYNTAX("dicom.unsupported-transfer-syntax"),
  NO_PIXEL_DATA("dicom.no-pixel-data"),
  NOT_DEIDENTIFIED("dicom.not-deidentified"),
  BURNED_IN("dicom.burned-in"),
  CONFLICT("dicom.conflict"),
  TOO_LARGE("dicom.too-large"),
  UNSAFE_NAME("zip.unsafe-name"),
  ZIP_BOMB("zip.bomb"),
  ZIP_UNREADABLE("zip.unreadable"),
  TOO_MANY_FILES("upload.too-many-files"),
  STORAGE_FULL("storage.full"),
  STORAGE_FAILED("storage.failed");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
