package org.radcase.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.phantom.Phantom;

class DemoCasesTest {
  private static final Set<String> SMALL_WORDS = Set.of(
      "a", "an", "and", "at", "but", "by", "for", "from", "his", "her", "in", "into", "of", "on",
      "or", "the", "to", "with", "without");
  private static final Set<String> CATEGORIES = Set.of(
      "chest",
      "neuro",
      "msk",
      "abdominal",
      "breast",
      "cardiac",
      "paediatric",
      "vascular",
      "nuclear",
      "emergency",
      "other");
  private static final Set<String> COMPETENCIES = Set.of(
      "patient-care",
      "medical-knowledge",
      "practice-based-learning-and-improvement",
      "interpersonal-and-communication-skills",
      "professionalism",
      "systems-based-practice");

  static List<DemoCase> all() {
    return DemoCases.all();
  }

  @Test
  void there_are_thirty_cases_and_most_of_them_are_published() {
    assertThat(all()).hasSize(30);
    assertThat(all().stream().filter(DemoCase::published)).hasSizeGreaterThanOrEqualTo(24);
    assertThat(all().stream().filter(demo -> !demo.published())).isNotEmpty();
  }

  @Test
  void each_phantom_belongs_to_one_case() {
    assertThat(all().stream().map(DemoCase::phantom)).containsExactlyInAnyOrder(Phantom.values());
  }

  @Test
  void they_cover_the_modalities_and_subspecialties() {
    assertThat(all().stream().map(DemoCase::modality).collect(Collectors.toSet()))
        .contains("CT", "MR", "CR", "DX", "US", "MG", "PT", "NM", "XA");
    assertThat(all().stream().map(DemoCase::category).collect(Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(10)
        .isSubsetOf(CATEGORIES);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_presentation_shares_no_word_with_title_diagnosis_or_differential(DemoCase demo) {
    var answers = words(Stream.of(demo.diagnosis(), demo.title()));
    answers.addAll(words(demo.differential().stream()));

    assertThat(words(Stream.of(demo.presentation()))).doesNotContainAnyElementsOf(answers);
  }

  @ParameterizedTest
  @MethodSource("all")
  void all_fields_are_within_the_limits_of_a_case(DemoCase demo) {
    assertThat(List.of(demo.title(), demo.presentation(), demo.diagnosis()))
        .allSatisfy(DemoCasesTest::isLine);
    assertThat(List.of(
            demo.clinicalHistory(), demo.findings(), demo.studentNotes(), demo.fellowNotes()))
        .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(20_000));
    for (var list : List.of(
        demo.differential(),
        demo.teachingPoints(),
        demo.tags(),
        demo.references(),
        demo.acgmeDomains())) {
      assertThat(list)
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(50)
          .doesNotHaveDuplicates()
          .allSatisfy(DemoCasesTest::isLine);
    }
    assertThat(demo.difficulty()).isBetween(1, 5);
    assertThat(COMPETENCIES).containsAll(demo.acgmeDomains());
    assertThat(demo.bodyPart()).matches("[A-Z]{3,16}");
    assertThat(demo.sex()).isIn("M", "F");
    assertThat(demo.presentation()).contains(String.valueOf(demo.age()));
  }

  private static void isLine(String text) {
    assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(300).doesNotContain("\n");
  }

  private static Set<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")))
        .filter(word -> word.length() > 1 && !SMALL_WORDS.contains(word))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
