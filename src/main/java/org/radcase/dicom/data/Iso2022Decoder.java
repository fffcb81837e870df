package org.radcase.dicom.data;

import org.radcase.dicom.data.CharacterSets.Escape;
import org.radcase.dicom.data.CharacterSets.Repertoire;

/**
 * Decodes one value field with code extensions: bytes below 80 belong to the code element G0, the
 * others to G1, and escape sequences change what the two hold. Separators, and control characters
 * that end a line, bring the initial state back. Source: PS3.5 section 6.1.2.5.
 */
final class Iso2022Decoder {
  static final byte ESCAPE = 0x1B;

  private final Repertoire initialG0;
  private final Repertoire initialG1;
  private final VR vr;
  private final StringBuilder text = new StringBuilder();
  private Repertoire g0;
  private Repertoire g1;

  Iso2022Decoder(Repertoire first, VR vr) {
    initialG0 = first.isJisRoman() ? first : CharacterSets.ASCII;
    initialG1 = first.isSevenBitPairs() ? CharacterSets.ASCII : first;
    g0 = initialG0;
    g1 = initialG1;
    this.vr = vr;
  }

  String decode(byte[] bytes) {
    var at = 0;
    while (at < bytes.length) {
      at = bytes[at] == ESCAPE ? afterEscape(bytes, at) : afterRun(bytes, at);
    }
    return text.toString();
  }

  private int afterEscape(byte[] bytes, int at) {
    for (var escape : CharacterSets.ESCAPES) {
      if (escape.standsIn(bytes, at)) {
        designate(escape);
        return at + escape.sequence().length();
      }
    }
    return at + 1; // an unknown sequence shows as its printable bytes
  }

  private void designate(Escape escape) {
    if (escape.intoG1()) {
      g1 = escape.repertoire();
    } else {
      g0 = escape.repertoire();
    }
  }

  /** Takes as many bytes as stay in one repertoire, so that each run is decoded at once. */
  private int afterRun(byte[] bytes, int from) {
    var first = bytes[from];
    var repertoire = first < 0 ? g1 : g0;
    var separates = first >= 0 && repertoire.bytesPerCharacter() == 1 && isSeparator(first);
    if (separates || !isGraphic(first)) {
      text.append((char) first);
      if (separates || endsLine(first)) {
        g0 = initialG0;
        g1 = initialG1;
      }
      return from + 1;
    }
    var end = from + 1;
    while (end < bytes.length && continues(bytes[end], first, repertoire)) {
      end++;
    }
    text.append(new String(bytes, from, end - from, repertoire.charset()));
    return end;
  }

  /** In two-byte repertoires of G0 the codes of the separators are halves of characters. */
  private boolean continues(byte next, byte first, Repertoire repertoire) {
    return next < 0 == first < 0
        && isGraphic(next)
        && !(first >= 0 && repertoire.bytesPerCharacter() == 1 && isSeparator(next));
  }

  private boolean isSeparator(byte b) {
    return (b == '\\' && vr.isMultiValued()) || ((b == '^' || b == '=') && vr == VR.PN);
  }

  static boolean endsLine(int b) {
    return b == '\t' || b == '\n' || b == '\f' || b == '\r';
  }

  private static boolean isGraphic(byte b) {
    return b < 0 || (b > 0x20 && b != 0x7F);
  }
}
