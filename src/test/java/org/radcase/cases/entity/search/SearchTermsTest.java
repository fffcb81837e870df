package org.radcase.cases.entity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.cases.entity.Contents;

class SearchTermsTest {
  @Test
  void a_case_is_found_by_all_that_its_reader_may_see() {
    var found = SearchText.of(Contents.ofDiagnosis("Pyonephrosis"));

    for (var word : List.of("flank", "pyonephrosis")) assertThat(found.title()).contains(word);
    for (var word : List.of("days", "stone", "abscess", "drain", "ct")) {
      assertThat(found.text()).contains(word);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-updatedAt", "createdAt", "-publishedAt", "difficulty", "title", "relevance"})
  void an_order_is_written_as_it_was_read(String term) {
    assertThat(CaseOrder.of(term)).map(CaseOrder::term).contains(term);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "--title", "findings", "title ", "updated_at", "1", "-relevance"})
  void there_are_no_other_orders(String term) {
    assertThat(CaseOrder.of(term)).isEmpty();
  }

  @Test
  void a_cursor_of_times_has_a_number() {
    assertThat(CaseOrder.LAST_CHANGED_FIRST.takes("1790000000000")).isTrue();
    assertThat(CaseOrder.LAST_CHANGED_FIRST.takes("-1")).isFalse();
    assertThat(CaseOrder.LAST_CHANGED_FIRST.takes("99999999999999999999")).isFalse();
    assertThat(CaseOrder.LAST_CHANGED_FIRST.takes("soon")).isFalse();
    assertThat(CaseOrder.of("title").orElseThrow().takes("anything")).isTrue();
  }

  @Test
  void a_filter_takes_only_values_that_a_case_can_have() {
    assertThat(CaseFilter.MODALITY.read("CT")).contains("CT");
    assertThat(CaseFilter.MODALITY.read("ct")).isEmpty();
    assertThat(CaseFilter.DIFFICULTY.read("6")).isEmpty();
    assertThat(CaseFilter.DIFFICULTY.read("٣")).isEmpty();
    assertThat(CaseFilter.AUTHOR.read("me")).isEmpty();
    assertThat(CaseFilter.TAG.read("  Stone ")).contains("stone");
    assertThat(CaseFilter.TAG.read("  ")).isEmpty();
  }
}
