package org.radcase.cases.entity.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word of a text: how it is compared, and where it stands.
 *
 * <p>A word is a run of letters, digits and their marks; an ideograph is a word of its own. It is
 * compared without case, accents and compatibility forms. Tokens are all that a database gets to
 * know of words, so that every database finds the same. Source: Unicode Standard Annex #15, NFKD.
 *
 * @param token letters and digits only, never empty; its own token
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Word(String token, int start, int end) {
  /** A longer word is told by its beginning; an index refuses very long ones. */
  private static final int MOST_POINTS = 64;

  private static final Pattern WITHIN = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");

  /** The words of a text, in order. */
  public static List<Word> allOf(String text) {
    var words = new ArrayList<Word>();
    for (var at = 0; at < text.length(); ) {
      var first = text.codePointAt(at);
      var end = at + Character.charCount(first);
      if (begins(first)) {
        if (!Character.isIdeographic(first)) end = endOfRun(text, end);
        addTo(words, text.substring(at, end), at, end);
      }
      at = end;
    }
    return words;
  }

  /** The tokens of a text, in order. */
  public static List<String> tokensOf(String text) {
    return allOf(text).stream().map(Word::token).toList();
  }

  private static int endOfRun(String text, int from) {
    var end = from;
    while (end < text.length()) {
      var point = text.codePointAt(end);
      if (!continues(point)) break;
      end += Character.charCount(point);
    }
    return end;
  }

  private static void addTo(List<Word> words, String run, int start, int end) {
    var matcher = WITHIN.matcher(folded(run));
    while (matcher.find()) words.add(new Word(shortened(matcher.group()), start, end));
  }

  /** By way of upper case, which writes out letters such as ß; and ẞ has it in lower case only. */
  private static String folded(String run) {
    if (run.chars().allMatch(character -> character < 0x80)) return run.toLowerCase(Locale.ROOT);
    var apart = Normalizer.normalize(run, Normalizer.Form.NFKD);
    var upper = apart.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    var lower = upper.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    return UNSEEN.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static String shortened(String token) {
    if (token.codePointCount(0, token.length()) <= MOST_POINTS) return token;
    return token.substring(0, token.offsetByCodePoints(0, MOST_POINTS));
  }

  private static boolean begins(int codePoint) {
    return Character.isLetter(codePoint) || isNumber(codePoint);
  }

  private static boolean continues(int codePoint) {
    if (Character.isIdeographic(codePoint)) return false;
    return begins(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.FORMAT -> true;
          default -> false;
        };
  }

  private static boolean isNumber(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }
}
