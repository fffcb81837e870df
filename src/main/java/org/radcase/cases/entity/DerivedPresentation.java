package org.radcase.cases.entity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line that stands for a presentation which nobody has written. */
public final class DerivedPresentation {
  static final int MOST_WORDS = 12;

  /** One word may be as long as the whole history. */
  static final int MOST_CHARACTERS = 120;

  static final String NOTHING_KNOWN = "Case without a presentation";

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern MARKDOWN = Pattern.compile("[*_`#>]+");

  private DerivedPresentation() {}

  /** The line for lists: the author's, or a derived one. */
  public static String line(Question question, Classification classification) {
    return question.presentation().isBlank()
        ? of(classification, question.clinicalHistory())
        : question.presentation();
  }

  /**
   * Says modality, body part and how the history begins, as in "CT, chest: Man, 61. Cough for…".
   * The title is not used: it may name the diagnosis.
   */
  static String of(Classification classification, String clinicalHistory) {
    var images = images(classification.modality(), classification.bodyPart());
    var words = firstWords(clinicalHistory);
    if (images.isEmpty() && words.isEmpty()) return NOTHING_KNOWN;
    if (images.isEmpty()) return words;
    return words.isEmpty() ? images : images + ": " + words;
  }

  private static String images(@Nullable Modality modality, @Nullable BodyPart bodyPart) {
    if (modality == null) return bodyPart == null ? "" : capitalised(bodyPart.word());
    return bodyPart == null ? modality.word() : modality.word() + ", " + bodyPart.word();
  }

  private static String firstWords(String history) {
    var plain =
        SPACE.matcher(MARKDOWN.matcher(history).replaceAll(" ")).replaceAll(" ").strip();
    var words = plain.split(" ", MOST_WORDS + 1);
    var cut = words.length > MOST_WORDS
        ? plain.substring(0, plain.length() - words[MOST_WORDS].length()).strip()
        : plain;
    var length = cut.codePointCount(0, cut.length());
    if (length > MOST_CHARACTERS)
      cut = cut.substring(0, cut.offsetByCodePoints(0, MOST_CHARACTERS));
    return cut.length() < plain.length() ? cut + "…" : cut;
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
