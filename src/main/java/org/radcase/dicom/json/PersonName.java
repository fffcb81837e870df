package org.radcase.dicom.json;

/** The component groups of one person name; absent ones are empty. Source: PS3.5 section 6.2.1. */
record PersonName(String alphabetic, String ideographic, String phonetic) {

  /** Splits at equals signs; the last group takes what there is too much. */
  static PersonName of(String text) {
    var groups = text.split("=", 3);
    return new PersonName(
        groups[0], groups.length > 1 ? groups[1] : "", groups.length > 2 ? groups[2] : "");
  }

  /** With equals signs between the groups, as far as there are any. */
  String text() {
    if (!phonetic.isEmpty()) {
      return alphabetic + "=" + ideographic + "=" + phonetic;
    }
    return ideographic.isEmpty() ? alphabetic : alphabetic + "=" + ideographic;
  }
}
