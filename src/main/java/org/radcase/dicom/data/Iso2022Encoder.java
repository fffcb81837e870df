package org.radcase.dicom.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.CharacterSets.Repertoire;

/**
 * Encodes one value field with code extensions, as {@link Iso2022Decoder} reads it: a character stays
 * in the code elements as they are if it can, else the first declared repertoire that has it is
 * designated. The initial state is brought back before each separator, before control characters
 * that end a line, and at the end. Source: PS3.5 section 6.1.2.5.3. For one thread.
 */
final class Iso2022Encoder {
  private final List<String> terms;
  private final VR vr;
  private final Repertoire initialG0;
  private final Repertoire initialG1;
  private final Set<Repertoire> declared = new LinkedHashSet<>();
  private final Map<Charset, CharsetEncoder> encoders = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Repertoire g0;
  private Repertoire g1;

  /** One character in one repertoire: which code element must hold what. */
  private static final class Code {
    final byte[] bytes;
    final boolean inG1;
    final Repertoire repertoire;

    Code(byte[] bytes, Repertoire repertoire) {
      this.bytes = bytes;
      inG1 = bytes[0] < 0;
      // The left halves of ISO 8859, KS X 1001 and GB 2312 are ASCII.
      var isAscii = !inG1 && !repertoire.isJisRoman() && !repertoire.isSevenBitPairs();
      this.repertoire = isAscii ? CharacterSets.ASCII : repertoire;
    }
  }

  Iso2022Encoder(List<String> terms, VR vr) {
    this.terms = terms;
    this.vr = vr;
    var first = CharacterSets.repertoire(terms.get(0));
    initialG0 = first.isJisRoman() ? first : CharacterSets.ASCII;
    initialG1 = first.isSevenBitPairs() ? CharacterSets.ASCII : first;
    g0 = initialG0;
    g1 = initialG1;
    declared.add(initialG0);
    for (var term : terms) {
      declared.add(CharacterSets.repertoire(term));
    }
  }

  byte[] encode(String text) {
    text.codePoints().forEach(this::put);
    bringInitialStateBack();
    return bytes.toByteArray();
  }

  private void put(int character) {
    var separates = isSeparator(character);
    if (separates || Iso2022Decoder.endsLine(character)) {
      bringInitialStateBack();
      bytes.write(character);
      return;
    }
    var code = codeAsItIs(character);
    if (code == null) {
      code = codeByEscape(character);
    }
    bytes.writeBytes(code.bytes);
  }

  private @Nullable Code codeAsItIs(int character) {
    for (var repertoire : List.of(g0, g1)) {
      var code = code(character, repertoire);
      if (code != null && code.repertoire.equals(code.inG1 ? g1 : g0)) {
        return code;
      }
    }
    return null;
  }

  private Code codeByEscape(int character) {
    for (var repertoire : declared) {
      var code = code(character, repertoire);
      if (code != null && CharacterSets.escape(code.repertoire, code.inG1).isPresent()) {
        designate(code.repertoire, code.inG1);
        return code;
      }
    }
    throw new IllegalArgumentException(
        "Specific Character Set " + terms + " has no code for a character of the text");
  }

  /** Nothing if the repertoire lacks the character. */
  private @Nullable Code code(int character, Repertoire repertoire) {
    if (character == Iso2022Decoder.ESCAPE) {
      return null; // it would begin a sequence of the text's own
    }
    var encoder = encoders.computeIfAbsent(repertoire.charset(), Charset::newEncoder);
    ByteBuffer encoded;
    try {
      encoded = encoder.encode(CharBuffer.wrap(Character.toString(character)));
    } catch (CharacterCodingException e) {
      return null;
    }
    var code = new byte[encoded.remaining()];
    encoded.get(code);
    if (!repertoire.decode(code).equals(Character.toString(character))) {
      return null; // the yen sign and the overline of JIS X 0201, which come back as ASCII's \ and
      // ~
    }
    return new Code(code, repertoire);
  }

  private void designate(Repertoire repertoire, boolean intoG1) {
    if (intoG1) {
      g1 = repertoire;
    } else {
      g0 = repertoire;
    }
    CharacterSets.escape(repertoire, intoG1)
        .map(escape -> escape.sequence().getBytes(StandardCharsets.US_ASCII))
        .ifPresent(bytes::writeBytes);
  }

  /** An initial G1 without a repertoire has no sequence: its state ends with the separator. */
  private void bringInitialStateBack() {
    if (!g0.equals(initialG0)) {
      designate(initialG0, false);
    }
    if (!g1.equals(initialG1)) {
      designate(initialG1, true);
    }
  }

  private boolean isSeparator(int character) {
    return (character == '\\' && vr.isMultiValued())
        || (vr == VR.PN && (character == '^' || character == '='));
  }
}
