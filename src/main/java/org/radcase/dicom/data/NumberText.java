package org.radcase.dicom.data;

import java.util.OptionalLong;

/**
 * One number as devices write it. Beyond PS3.5 section 6.2 (DS, IS) a comma for the point is read,
 * more than 16 characters, an exponent or a fraction of zeros in a whole number, what a C program
 * left behind a NUL, and a unit behind white space.
 */
final class NumberText {
  /** Longer ones are no numbers of a device, and costly to parse. */
  private static final int LONGEST = 64;

  private static final int LONG_DIGITS = 18;

  private NumberText() {}

  /** NaN for what is no number. */
  static double decimal(String text) {
    var number = bare(text);
    if (number.isEmpty() || number.length() > LONGEST) {
      return Double.NaN;
    }
    for (var i = 0; i < number.length(); i++) {
      if ("0123456789+-.,eE".indexOf(number.charAt(i)) < 0) {
        return Double.NaN; // Double.parseDouble would take "0x1p3", "1d" and "NaN"
      }
    }
    try {
      return Double.parseDouble(number.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  static OptionalLong integer(String text) {
    var number = bare(text);
    if (isDigits(number)) {
      return OptionalLong.of(Long.parseLong(number)); // a double would round beyond 2^53
    }
    var decimal = decimal(number);
    return isWhole(decimal) ? OptionalLong.of((long) decimal) : OptionalLong.empty();
  }

  /** Whether a {@code long} holds it. */
  static boolean isWhole(double value) {
    return value >= -0x1p63 && value < 0x1p63 && value == Math.rint(value);
  }

  private static boolean isDigits(String text) {
    var begin = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == begin || text.length() > LONG_DIGITS) {
      return false;
    }
    for (var i = begin; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Without white space around it, and without what does not belong to the number. */
  private static String bare(String text) {
    var begin = 0;
    while (begin < text.length() && isWhite(text.charAt(begin))) {
      begin++;
    }
    var end = begin;
    while (end < text.length() && !isWhite(text.charAt(end)) && text.charAt(end) != 0) {
      end++;
    }
    return isIgnorable(text, end) ? text.substring(begin, end) : text;
  }

  private static boolean isIgnorable(String text, int from) {
    if (from < text.length() && text.charAt(from) == 0) {
      return true;
    }
    var next = from;
    while (next < text.length() && isWhite(text.charAt(next))) {
      next++;
    }
    return next == text.length() || Character.isLetter(text.charAt(next));
  }

  private static boolean isWhite(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
