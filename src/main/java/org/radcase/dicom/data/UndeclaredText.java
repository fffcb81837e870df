package org.radcase.dicom.data;

import java.nio.charset.StandardCharsets;

/** Text beyond ASCII of which nobody said, or said rightly, in what it is written. */
final class UndeclaredText {
  private static final char REPLACEMENT = '\uFFFD';

  private UndeclaredText() {}

  /**
   * As UTF-8 if that makes sense of at least one character beyond ASCII, for text may be cut within
   * another; else as ISO 8859-1, which shows something for every byte.
   */
  static String decode(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var isUtf8 = text.chars().anyMatch(c -> c > 0x7F && c != REPLACEMENT);
    return isUtf8 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
