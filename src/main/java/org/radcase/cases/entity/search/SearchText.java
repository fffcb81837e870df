package org.radcase.cases.entity.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Modality;

/**
 * What can be found of a case, as the tokens of its words with a space between them. Between two
 * fields stands a mark that is no word, so that no phrase goes from one into the next.
 *
 * @param title what weighs more
 * @param text all the rest
 */
public record SearchText(String title, String text) {
  /** What this class writes; cases that were written by another version are written again. */
  public static final int VERSION = 1;

  private static final String BETWEEN_FIELDS = " ¶ ";

  /** PostgreSQL counts 16,383 places of a document; what comes later is not found anywhere. */
  private static final int MOST_WORDS = 15_000;

  /** For one who may see all of it. */
  public static SearchText of(CaseContent content) {
    var question = content.question();
    var answer = content.answer();
    return new SearchText(
        document(Stream.of(answer.title(), answer.diagnosis(), question.presentation())),
        document(Stream.of(
                Stream.of(question.clinicalHistory(), answer.findings()),
                answer.differential().stream(),
                content.teaching().tags().stream(),
                answer.teachingPoints().stream(),
                terms(content.classification()))
            .flatMap(texts -> texts)));
  }

  /** For one who must not see the answer yet. */
  public static SearchText ofStudyView(CaseContent content) {
    var question = content.question();
    return new SearchText(
        document(Stream.of(question.presentation())),
        document(
            Stream.concat(Stream.of(question.clinicalHistory()), terms(content.classification()))));
  }

  private static Stream<String> terms(Classification classification) {
    return Stream.of(
        Optional.ofNullable(classification.modality()).map(Modality::term).orElse(""),
        Optional.ofNullable(classification.bodyPart()).map(BodyPart::term).orElse(""),
        Optional.ofNullable(classification.category()).map(Category::term).orElse(""));
  }

  private static String document(Stream<String> fields) {
    var left = MOST_WORDS;
    var written = new StringBuilder();
    for (var tokens : fields.map(Word::tokensOf).toList()) {
      if (tokens.isEmpty() || left <= 0) continue;
      if (!written.isEmpty()) written.append(BETWEEN_FIELDS);
      written.append(tokens.stream().limit(left).collect(Collectors.joining(" ")));
      left -= tokens.size() + 1;
    }
    return written.toString();
  }

  /** A text without case and compatibility forms, to sort by. Source: UAX #15, NFKC. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
