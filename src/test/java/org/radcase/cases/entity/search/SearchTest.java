package org.radcase.cases.entity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.search.Search.Clause;
import org.radcase.cases.entity.search.Search.Match;
import org.radcase.cases.entity.search.Search.Phrase;
import org.radcase.cases.entity.search.Search.Sign;

class SearchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ödem ÖDEM ﬁstula | odem odem fistula",
        "T2-weighted (FLAIR) | t2 weighted flair",
        "5 cm² | 5 cm2",
        "Straße STRASSE | strasse strasse",
        "ΟΔΟΣ οδος | οδοσ οδοσ",
        "日本 CT | 日 本 ct",
        "pneumo\u00adthorax | pneumothorax",
        "½ | 1 2",
        "!%_-*' | ''"
      })
  void words_are_compared_without_case_accents_and_compatibility_forms(String text, String words) {
    assertThat(String.join(" ", Word.tokensOf(text))).isEqualTo(words);
  }

  @Test
  void a_token_is_its_own_token_and_a_word_stands_where_it_says() {
    var random = new Random(3);
    for (var i = 0; i < 2_000; i++) {
      var text = random
          .ints(random.nextInt(30), 0, i % 2 == 0 ? 0x3000 : 0x110000)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
      var tokens = Word.tokensOf(text);

      assertThat(Word.tokensOf(String.join(" ", tokens))).isEqualTo(tokens);
      for (var word : Word.allOf(text)) {
        assertThat(Word.tokensOf(text.substring(word.start(), word.end()))).contains(word.token());
        assertThat(word.token()).matches("[\\p{L}\\p{N}]+");
      }
    }
  }

  @Test
  void a_very_long_word_is_told_by_its_beginning() {
    assertThat(Word.tokensOf("𝔸".repeat(500))).containsExactly("a".repeat(64));
    assertThat(Word.tokensOf("𐐨".repeat(500))).containsExactly("𐐨".repeat(64));
  }

  @Test
  void a_query_is_read_as_words_phrases_beginnings_and_exclusions() {
    assertThat(Search.of("Left \"lower lobe\" -pneumo* film* mass").clauses())
        .containsExactly(
            clause(Sign.WANTED, Match.WHOLE, "left"),
            clause(Sign.WANTED, Match.QUOTED, "lower", "lobe"),
            clause(Sign.UNWANTED, Match.BEGINNING, "pneumo"),
            clause(Sign.WANTED, Match.BEGINNING, "film"),
            clause(Sign.WANTED, Match.BEGINNING, "mass"));
    assertThat(Search.of("T2-weighted x").clauses())
        .containsExactly(
            clause(Sign.WANTED, Match.WHOLE, "t2", "weighted"),
            clause(Sign.WANTED, Match.WHOLE, "x"));
    assertThat(Search.of("x* y").clauses().get(0)).isEqualTo(clause(Sign.WANTED, Match.WHOLE, "x"));
  }

  private static Clause clause(Sign sign, Match match, String... tokens) {
    return new Clause(sign, List.of(List.of(new Phrase(List.of(tokens), match))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "\"", "\"\"", "-", "- -", "--", "*", "'\\'", "¶", "\u0301"})
  void signs_without_a_word_find_nothing(String typed) {
    var clauses = Search.of(typed).clauses();

    assertThat(clauses).hasSize(1);
    assertThat(clauses.get(0).anyOf()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void nothing_typed_finds_everything(String typed) {
    assertThat(Search.of(typed)).isEqualTo(Search.ANYTHING);
  }

  @Test
  void neighbours_become_one_clause_with_their_synonyms() {
    var synonyms =
        new Synonyms(List.of(List.of("mi", "heart attack"), List.of("mi", "mitral incompetence")));

    var both = synonyms.expand(Search.of("old heart attack")).clauses();

    assertThat(both).hasSize(2);
    assertThat(both.get(0)).isEqualTo(clause(Sign.WANTED, Match.WHOLE, "old"));
    assertThat(both.get(1).anyOf())
        .containsExactly(
            List.of(
                new Phrase(List.of("heart"), Match.WHOLE),
                new Phrase(List.of("attack"), Match.BEGINNING)),
            List.of(new Phrase(List.of("mi"), Match.WHOLE)));
    assertThat(synonyms.expand(Search.of("-mi x")).clauses().get(0).anyOf()).hasSize(3);
    assertThat(synonyms.expand(Search.of("\"mi\""))).isEqualTo(Search.of("\"mi\""));
  }

  @Test
  void a_highlight_is_a_stretch_around_what_was_found() {
    var text = "x ".repeat(300) + "pleural effusion " + "y ".repeat(300);

    var found = new Highlighter(Search.of("effus")).in("findings", text).orElseThrow();

    assertThat(found.text()).startsWith("… x").endsWith("y …").hasSizeBetween(100, 200);
    assertThat(found.marks()).hasSize(1);
    var mark = found.marks().get(0);
    assertThat(found.text().substring(mark.start(), mark.end())).isEqualTo("effusion");
  }

  @Test
  void marks_lie_within_their_text_in_order_and_apart() {
    var random = new Random(5);
    var highlighter = new Highlighter(Search.of("\"a b\" b* \"b a\" 𝔸 日本"));
    for (var i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (var j = random.nextInt(200); j > 0; j--) {
        text.append(
            List.of("a", "b", " ", "\n", "𝔸", "日本", "x".repeat(50)).get(random.nextInt(7)));
      }
      highlighter.in("findings", text.toString()).ifPresent(found -> {
        var end = 0;
        assertThat(found.marks()).isNotEmpty();
        for (var mark : found.marks()) {
          assertThat(mark.start()).isGreaterThanOrEqualTo(end);
          assertThat(mark.end()).isGreaterThan(mark.start());
          end = mark.end();
        }
        assertThat(end).isLessThanOrEqualTo(found.text().length());
        assertThat(found.text()).doesNotMatch("(?s).*[\\ud800-\\udbff](?![\\udc00-\\udfff]).*");
      });
    }
  }

  @Test
  void the_longest_case_has_no_more_words_than_an_index_counts() {
    var usual = Contents.ofDiagnosis("a ".repeat(20_000));

    assertThat(SearchText.of(usual).title().split(" ")).hasSizeLessThan(16_000);
  }
}
