package org.radcase.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The defined terms of Specific Character Set and their escape sequences. */
final class CharacterSets {

  /** One coded character set; {@code bytesPerCharacter} counts in its own code element. */
  record Repertoire(Charset charset, int bytesPerCharacter) {
    String decode(byte[] bytes) {
      return new String(bytes, charset);
    }

    /** Whether its left half is not ASCII but has a sequence of its own: JIS X 0201. */
    boolean isJisRoman() {
      return charset.name().equals("JIS_X0201");
    }

    /** Whether all of its codes are pairs of seven-bit bytes: JIS X 0208 and 0212. */
    boolean isSevenBitPairs() {
      return bytesPerCharacter == 2 && charset.name().contains("JIS");
    }

    /** Whether escape sequences can stand between its codes. Source: PS3.5 section 6.1.2.4. */
    boolean isIso2022() {
      return !WITHOUT_EXTENSIONS.contains(charset.name());
    }
  }

  /**
   * An escape sequence puts {@code repertoire} into the code element G0 or G1.
   *
   * @param sequence a character a byte
   */
  record Escape(String sequence, boolean intoG1, Repertoire repertoire) {
    boolean standsIn(byte[] bytes, int from) {
      if (sequence.length() > bytes.length - from) {
        return false;
      }
      for (var i = 0; i < sequence.length(); i++) {
        if (bytes[from + i] != sequence.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Set<String> WITHOUT_EXTENSIONS = Set.of("UTF-8", "GB18030", "GBK");
  static final Repertoire ASCII = new Repertoire(StandardCharsets.US_ASCII, 1);
  private static final Repertoire LATIN_1 = new Repertoire(StandardCharsets.ISO_8859_1, 1);
  private static final Map<String, Repertoire> BY_TERM = new HashMap<>();
  static final List<Escape> ESCAPES = new ArrayList<>();

  static {
    for (var row : Registry.rows("character-sets.txt")) {
      var cells = row.split("\\|", 4);
      var extension = cells[0].startsWith("ISO 2022");
      var repertoire =
          new Repertoire(charset(cells[1]), extension && cells[2].equals("multi") ? 2 : 1);
      BY_TERM.put(cells[0], repertoire);
      for (var escape : cells[3].isEmpty() ? new String[0] : cells[3].split(";")) {
        var bytes = HexFormat.of().parseHex(escape.substring(3));
        var sequence = new String(bytes, StandardCharsets.US_ASCII);
        ESCAPES.add(new Escape(sequence, escape.startsWith("G1"), repertoire));
      }
    }
  }

  private CharacterSets() {}

  static boolean isKnown(String term) {
    return BY_TERM.containsKey(term);
  }

  static boolean isExtension(String term) {
    return term.startsWith("ISO 2022");
  }

  /** ISO 8859-1 for an unknown term: it shows something for every byte. */
  static Repertoire repertoire(String term) {
    return BY_TERM.getOrDefault(term, LATIN_1);
  }

  /** The sequence that puts a repertoire into G0 or G1. */
  static Optional<Escape> escape(Repertoire repertoire, boolean intoG1) {
    return ESCAPES.stream()
        .filter(escape -> escape.intoG1 == intoG1 && escape.repertoire.equals(repertoire))
        .findFirst();
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1; // a runtime without the module jdk.charsets
    }
  }
}
