package org.radcase.studies.entity;

import java.util.regex.Pattern;

/** The form of a UID; laxer than PS3.5 §9.1 about leading zeros, which are found in practice. */
final class Uids {
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final int MOST_CHARACTERS = 64;

  private Uids() {}

  static void check(String value) {
    if (value.length() > MOST_CHARACTERS || !UID.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a UID");
    }
  }
}
