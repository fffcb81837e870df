package org.radcase.dicom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values as text. Source: PS3.5 sections 6.1 and 6.2. */
final class Texts {
  private Texts() {}

  static List<String> of(Element element, SpecificCharacterSet characterSet) {
    if (!(element.value() instanceof Value.Bytes bytes) || bytes.lengthBytes() == 0) {
      return List.of();
    }
    var vr = element.vr();
    return switch (vr.kind()) {
      case TEXT -> split(SpecificCharacterSet.DEFAULT.decode(bytes.content(), vr), vr);
      case CHARSET_TEXT -> split(characterSet.decode(bytes.content(), vr), vr);
      case INTEGER -> vr == VR.AT ? tags(element) : integers(element);
      case DECIMAL ->
        Arrays.stream(Numbers.decimals(element, Integer.MAX_VALUE))
            .mapToObj(Double::toString)
            .toList();
      case BYTES ->
        vr == VR.UN ? split(characterSet.decode(bytes.content(), VR.LO), VR.LO) : List.of();
      case SEQUENCE -> List.of();
    };
  }

  /** Splits at backslashes and takes the padding off each value. */
  static List<String> split(String text, VR vr) {
    if (!vr.isMultiValued()) {
      return List.of(trimmed(text, vr));
    }
    if (text.indexOf('\\') < 0) {
      var single = trimmed(text, vr);
      return List.of(single);
    }
    var values = new ArrayList<String>();
    var from = 0;
    for (var at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
      values.add(trimmed(text.substring(from, at), vr));
      from = at + 1;
    }
    values.add(trimmed(text.substring(from), vr));
    return values;
  }

  /** Leading spaces mean something in the long texts and in UC. */
  private static String trimmed(String text, VR vr) {
    var end = text.length();
    while (end > 0 && isPadding(text.charAt(end - 1))) {
      end--;
    }
    var begin = 0;
    while (vr.isMultiValued() && vr != VR.UC && begin < end && isPadding(text.charAt(begin))) {
      begin++;
    }
    return text.substring(begin, end);
  }

  private static boolean isPadding(char c) {
    return c == ' ' || c == 0;
  }

  private static List<String> integers(Element element) {
    return Arrays.stream(Numbers.integers(element, Integer.MAX_VALUE))
        .mapToObj(Long::toString)
        .toList();
  }

  private static List<String> tags(Element element) {
    return Arrays.stream(Numbers.integers(element, Integer.MAX_VALUE))
        .mapToObj(tag -> String.format(Locale.ROOT, "%08X", tag))
        .toList();
  }
}
