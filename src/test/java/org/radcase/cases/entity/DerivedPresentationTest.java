package org.radcase.cases.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivedPresentationTest {
  @Test
  void it_says_modality_body_part_and_how_the_history_begins() {
    assertThat(derived(Modality.CT, BodyPart.CHEST, "Man, 61. Cough for three weeks."))
        .isEqualTo("CT, chest: Man, 61. Cough for three weeks.");
    assertThat(derived(Modality.US, null, "")).isEqualTo("Ultrasound");
    assertThat(derived(null, BodyPart.LSPINE, "")).isEqualTo("Lumbar spine");
    assertThat(derived(null, null, "Cough")).isEqualTo("Cough");
  }

  @Test
  void a_long_history_is_cut_after_twelve_words() {
    var history = "one two three four five six seven eight nine ten eleven twelve thirteen";

    assertThat(derived(null, null, history))
        .isEqualTo("one two three four five six seven eight nine ten eleven twelve…");
  }

  @Test
  void markdown_and_line_breaks_do_not_show() {
    assertThat(derived(null, null, "# **Fever**\n\n- _since_ `Monday`"))
        .isEqualTo("Fever - since Monday");
  }

  @Test
  void a_case_without_anything_has_a_line_all_the_same() {
    assertThat(derived(null, null, " \n ")).isEqualTo("Case without a presentation");
    assertThat(derived(null, null, "***")).isEqualTo("Case without a presentation");
  }

  @Test
  void the_authors_line_wins() {
    assertThat(DerivedPresentation.line(new Question("Mine", "History"), Classification.NONE))
        .isEqualTo("Mine");
  }

  @Test
  void whatever_the_history_it_is_one_short_line_of_whole_characters() {
    var random = new Random(42);
    var pieces = List.of("word", "  ", "\n", "𝔸𝔸𝔸", "#", "x".repeat(500), "日本", "…", "*", "é");
    for (var i = 0; i < 2_000; i++) {
      var history = new StringBuilder();
      for (var n = random.nextInt(30); n > 0; n--) {
        history.append(pieces.get(random.nextInt(pieces.size())));
      }

      var line = derived(Modality.CT, BodyPart.CHEST, history.toString());

      assertThat(line).isNotBlank().doesNotContain("\n").isEqualTo(line.strip());
      assertThat(line.codePointCount(0, line.length()))
          .isLessThanOrEqualTo("CT, chest: ".length() + DerivedPresentation.MOST_CHARACTERS + 1);
      assertThat(line.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2)
          .isZero();
    }
  }

  private static String derived(
      @Nullable Modality modality, @Nullable BodyPart bodyPart, String history) {
    return DerivedPresentation.of(new Classification(modality, bodyPart, null, null), history);
  }
}
