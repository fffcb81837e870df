package org.radcase.dicom.data;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What bytes of text mean: Specific Character Set (0008,0005), with ISO 2022 code extensions.
 * Source: PS3.3 C.12.1.1.2, PS3.5 section 6.1.
 *
 * <p>Decoding never fails: an unknown term is read as ISO 8859-1, bad bytes become U+FFFD.
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
    var normal = terms.stream().map(SpecificCharacterSet::normal).toList();
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
    if (!hasExtensions) {
      return isAscii(bytes) && !initial.isStateful()
          ? new String(bytes, StandardCharsets.ISO_8859_1)
          : initial.decode(bytes);
    }
    return new Iso2022Decoder(initial, vr).decode(bytes);
  }

  /**
   * The bytes of a text in the first of the character sets, without code extensions.
   *
   * @throws IllegalArgumentException if it has no code for a character
   */
  byte[] encode(String text) {
    try {
      var encoded = charset().newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "Specific Character Set " + terms + " has no code for a character of the text", e);
    }
  }

  private Charset charset() {
    return initial.charset();
  }

  private static boolean isAscii(byte[] bytes) {
    for (var b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts right what devices spell their own way: "ISO-IR 100", "iso 2022 ir 87", "UTF-8". */
  private static String normal(String term) {
    if (CharacterSets.isKnown(term)) {
      return term;
    }
    var bare = term.toUpperCase(Locale.ROOT).replaceAll("[-_ ]+", " ").trim();
    if (bare.equals("UTF 8") || bare.equals("UTF8") || bare.equals("ISO IR192")) {
      return "ISO_IR 192";
    }
    if (bare.startsWith("ISO IR ")) {
      return "ISO_IR " + bare.substring(7);
    }
    if (bare.matches("ISO ?2022 IR ?[0-9]+")) {
      return "ISO 2022 IR " + bare.replaceAll(".*IR ?", "");
    }
    return bare.matches("(ISO )?IR ?[0-9]+") ? "ISO_IR " + bare.replaceAll(".*IR ?", "") : term;
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
