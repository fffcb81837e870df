package org.radcase.dicom.data;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What bytes of text mean: Specific Character Set (0008,0005), with ISO 2022 code extensions.
 * Source: PS3.3 C.12.1.1.2, PS3.5 section 6.1.
 *
 * <p>Decoding never fails: an unknown term is read as ISO 8859-1, bad bytes become U+FFFD. Laxer than
 * the standard: escape sequences count even where no code extension is declared, and text that is
 * not ASCII may be UTF-8 or ISO 8859-1 where nothing or UTF-8 is.
 */
public final class SpecificCharacterSet {
  public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of());
  public static final SpecificCharacterSet UTF_8 = new SpecificCharacterSet(List.of("ISO_IR 192"));

  private final List<String> terms;
  private final CharacterSets.Repertoire initial;
  private final boolean hasExtensions;

  private SpecificCharacterSet(List<String> terms) {
    this.terms = List.copyOf(terms);
    initial = CharacterSets.repertoire(terms.isEmpty() ? "" : terms.get(0));
    hasExtensions = terms.stream().anyMatch(CharacterSets::isExtension);
  }

  /** @param terms the values of (0008,0005); an empty first one is the default repertoire */
  public static SpecificCharacterSet of(List<String> terms) {
    var normal = terms.stream().map(DefinedTerm::of).toList();
    if (normal.isEmpty() || normal.equals(List.of(""))) {
      return DEFAULT;
    }
    return normal.equals(UTF_8.terms) ? UTF_8 : new SpecificCharacterSet(normal);
  }

  /** The defined terms, in the standard's spelling where they are known. */
  public List<String> terms() {
    return terms;
  }

  /** The characters of a whole value field; separators and padding stay in it. */
  public String decode(byte[] bytes, VR vr) {
    if (hasExtensions || (initial.isIso2022() && hasEscape(bytes))) {
      return new Iso2022Decoder(initial, vr).decode(bytes);
    }
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return isDoubtful() ? UndeclaredText.decode(bytes) : initial.decode(bytes);
  }

  /**
   * The bytes of a whole value field, with separators but without padding.
   *
   * @throws IllegalArgumentException if the character sets have no code for a character
   */
  byte[] encode(String text, VR vr) {
    if (hasExtensions || initial.isJisRoman()) { // which has the yen sign where separators are

      return new Iso2022Encoder(terms, vr).encode(text);
    }
    try {
      var encoded = initial.charset().newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "Specific Character Set " + terms + " has no code for a character of the text", e);
    }
  }

  /** Nothing declared, or UTF-8, which devices declare and do not write. */
  private boolean isDoubtful() {
    return initial.equals(CharacterSets.ASCII) || initial.charset().equals(StandardCharsets.UTF_8);
  }

  private static boolean isAscii(byte[] bytes) {
    for (var b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Japanese and Korean devices write escape sequences without a word in (0008,0005). */
  private static boolean hasEscape(byte[] bytes) {
    for (var b : bytes) {
      if (b == Iso2022Decoder.ESCAPE) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecificCharacterSet set && terms.equals(set.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return String.join("\\", terms);
  }
}
