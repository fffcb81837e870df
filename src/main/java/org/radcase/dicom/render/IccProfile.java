package org.radcase.dicom.render;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * The ICC Profile (0028,2000) of a colour image, handed on to PNG files unread but for its header.
 * Source: PS3.3 C.11.15, C.8.12.5; ICC.1:2022 section 7.2.
 */
public final class IccProfile {
  /** A profile with tables for a scanner has some ten thousand; what is greater is left out. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int HEADER_BYTES = 128;
  private static final int COLOR_SPACE_AT = 16;
  private static final int SIGNATURE_AT = 36;
  private static final int RGB = 0x52474220; // "RGB "
  private static final int SIGNATURE = 0x61637370; // "acsp"

  private final byte[] bytes;

  private IccProfile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of an image, or of its first optical path; none unless it is small and for RGB. */
  static Optional<IccProfile> of(DataSet image) {
    return image
        .bytes(Tag.ICC_PROFILE)
        .or(() ->
            image.item(Tag.OPTICAL_PATH_SEQUENCE).flatMap(path -> path.bytes(Tag.ICC_PROFILE)))
        .flatMap(IccProfile::checked);
  }

  private static Optional<IccProfile> checked(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      return Optional.empty();
    }
    var header = ByteBuffer.wrap(bytes);
    var length = header.getInt(0);
    var fits = length >= HEADER_BYTES && length <= Math.min(bytes.length, MOST_BYTES);
    return fits && header.getInt(COLOR_SPACE_AT) == RGB && header.getInt(SIGNATURE_AT) == SIGNATURE
        ? Optional.of(new IccProfile(Arrays.copyOf(bytes, length)))
        : Optional.empty();
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IccProfile profile && Arrays.equals(bytes, profile.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
