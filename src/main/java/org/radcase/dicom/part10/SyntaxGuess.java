package org.radcase.dicom.part10;

import java.io.IOException;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.TransferSyntax.Encoding;
import org.radcase.dicom.data.VR;

/**
 * Tells the encoding by the first element, for files without a transfer syntax or with a wrong one.
 * Strict, so that text and pictures are not taken for data sets: the element must be a known one of
 * an early group and fit its VR.
 */
final class SyntaxGuess {
  private static final int LATEST_FIRST_GROUP = 0x0010;
  private static final int LONGEST_FIRST_VALUE = 4096;

  private SyntaxGuess() {}

  static TransferSyntax of(ByteInput in) throws IOException {
    if (in.available(8) == 8) {
      if (isExplicit(in, false)) {
        return TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
      }
      if (isExplicit(in, true)) {
        return TransferSyntax.EXPLICIT_BIG_ENDIAN;
      }
      if (isImplicit(in)) {
        return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
      }
    }
    throw DicomException.at(in.position(), Kind.NOT_PART10, "Not a DICOM file");
  }

  /**
   * What to parse by, where the first element plainly is not as the meta group says: {@code declared}
   * or a native syntax.
   */
  static TransferSyntax corrected(TransferSyntax declared, ByteInput in) throws IOException {
    if (declared.isDeflated() || in.available(8) < 8) {
      return declared;
    }
    if (declared.encoding() == Encoding.IMPLICIT_LITTLE_ENDIAN) {
      return isExplicit(in, false) ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : declared;
    }
    if (isExplicit(in, declared.isBigEndian())) {
      return declared;
    }
    if (isExplicit(in, !declared.isBigEndian())) {
      return declared.isBigEndian()
          ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN
          : TransferSyntax.EXPLICIT_BIG_ENDIAN;
    }
    return isImplicit(in) ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : declared;
  }

  private static boolean isExplicit(ByteInput in, boolean bigEndian) {
    var vr = VR.of((char) (in.peek(4) & 0xFF), (char) (in.peek(5) & 0xFF));
    var tag = tag(in, bigEndian);
    return vr.isPresent() && isEarly(tag) && Dictionary.allows(tag, vr.get());
  }

  private static boolean isImplicit(ByteInput in) {
    var tag = tag(in, false);
    var length = in.peekInt(4, false);
    return isEarly(tag)
        && Dictionary.find(tag).isPresent()
        && length >= 0
        && length <= LONGEST_FIRST_VALUE
        && length % 2 == 0;
  }

  private static boolean isEarly(Tag tag) {
    return tag.group() > 2 && tag.group() <= LATEST_FIRST_GROUP;
  }

  private static Tag tag(ByteInput in, boolean bigEndian) {
    return new Tag(in.peekShort(0, bigEndian) << 16 | in.peekShort(2, bigEndian));
  }
}
