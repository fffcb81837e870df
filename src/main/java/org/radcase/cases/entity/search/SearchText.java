package org.radcase.cases.entity.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Modality;

/** How texts and the words that somebody looks for are made comparable, on every database alike. */
public final class SearchText {
  private SearchText() {}

  /** All that can be found of a case by one who may see all of it. */
  public static String of(CaseContent content) {
    var question = content.question();
    var answer = content.answer();
    return Stream.of(
            Stream.of(answer.title(), question.presentation(), question.clinicalHistory()),
            Stream.of(answer.findings(), answer.diagnosis()),
            answer.differential().stream(),
            answer.teachingPoints().stream(),
            content.teaching().tags().stream())
        .flatMap(texts -> texts)
        .filter(text -> !text.isBlank())
        .map(SearchText::folded)
        .collect(Collectors.joining("\n"));
  }

  /** What can be found of it by one who must not see the answer yet. */
  public static String ofStudyView(CaseContent content) {
    var question = content.question();
    var classification = content.classification();
    return Stream.of(
            question.presentation(),
            question.clinicalHistory(),
            Optional.ofNullable(classification.modality()).map(Modality::term).orElse(""),
            Optional.ofNullable(classification.bodyPart()).map(BodyPart::term).orElse(""),
            Optional.ofNullable(classification.category()).map(Category::term).orElse(""))
        .filter(text -> !text.isBlank())
        .map(SearchText::folded)
        .collect(Collectors.joining("\n"));
  }

  /** The words of a query. */
  public static List<String> words(String query) {
    return Arrays.stream(folded(query).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** Without case and compatibility forms. Source: Unicode Standard Annex #15, NFKC. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
