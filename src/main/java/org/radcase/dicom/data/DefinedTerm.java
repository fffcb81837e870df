package org.radcase.dicom.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts right how devices spell the defined terms of (0008,0005): "ISO-IR 100", "iso 2022 ir 87",
 * "UTF-8". Source of the terms: PS3.3 C.12.1.1.2.
 */
final class DefinedTerm {
  private static final Pattern REGISTRATION =
      Pattern.compile("(?:ISO ?)?(2022 ?)?IR ?([0-9]{1,3})");
  private static final Pattern ISO_8859 = Pattern.compile("ISO ?8859 ?([0-9]{1,2})");

  /** Registrations of the right hand halves of ISO 8859, by part. */
  private static final Map<String, String> PARTS = Map.of(
      "1", "100", "2", "101", "3", "109", "4", "110", "5", "144", "6", "127", "7", "126", "8",
      "138", "9", "148", "15", "203");

  private static final Map<String, String> NAMES = Map.of(
      "UTF 8", "ISO_IR 192",
      "UTF8", "ISO_IR 192",
      "GB 18030", "GB18030",
      "GB18030", "GB18030",
      "GB2312", "GBK", // of which it is a part
      "GBK", "GBK");

  private DefinedTerm() {}

  /** The standard's spelling, or the text as it is where nothing is known. */
  static String of(String text) {
    if (CharacterSets.isKnown(text)) {
      return text;
    }
    var bare = text.toUpperCase(Locale.ROOT).replaceAll("[-_ ]+", " ").trim();
    return registered(bare)
        .or(() -> ofIso8859(bare))
        .or(() -> Optional.ofNullable(NAMES.get(bare)))
        .orElse(text);
  }

  /** With or without code extensions, whichever of the two exists. */
  private static Optional<String> registered(String bare) {
    var matcher = REGISTRATION.matcher(bare);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var plain = "ISO_IR " + matcher.group(2);
    var extended = "ISO 2022 IR " + matcher.group(2);
    var inOrder =
        matcher.group(1) == null ? Stream.of(plain, extended) : Stream.of(extended, plain);
    return inOrder.filter(CharacterSets::isKnown).findFirst();
  }

  private static Optional<String> ofIso8859(String bare) {
    var matcher = ISO_8859.matcher(bare);
    return matcher.matches()
        ? Optional.ofNullable(PARTS.get(matcher.group(1))).map(number -> "ISO_IR " + number)
        : Optional.empty();
  }
}
