package org.radcase.cases.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.accounts.entity.InstitutionId;

class TermsTest {
  @Test
  void every_term_is_read_as_what_it_was_written_for() {
    for (var it : Modality.values()) assertThat(Modality.of(it.term())).contains(it);
    for (var it : BodyPart.values()) assertThat(BodyPart.of(it.term())).contains(it);
    for (var it : Category.values()) assertThat(Category.of(it.term())).contains(it);
    for (var it : AcgmeDomain.values()) assertThat(AcgmeDomain.of(it.term())).contains(it);
    for (var it : Status.values()) assertThat(Status.of(it.term())).contains(it);
    for (var it : Visibility.values()) assertThat(Visibility.of(it.term())).contains(it);
  }

  @Test
  void dicoms_terms_are_code_strings_of_at_most_16_characters() {
    for (var it : Modality.values()) assertThat(it.term()).matches("[A-Z0-9]{1,16}");
    for (var it : BodyPart.values()) assertThat(it.term()).matches("[A-Z0-9]{1,16}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ct", " CT", "CT\u0000", "Ｃ T", "XX"})
  void what_is_no_modality_is_not_taken_for_one(String text) {
    assertThat(Modality.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "01930000-0000-7000-8000-00000000000",
        "01930000-0000-7000-8000-0000000000011",
        "01930000-0000-7000-8000-00000000000g",
        " 01930000-0000-7000-8000-000000000001",
        "../../etc/passwd"
      })
  void what_is_no_uuid_is_no_id(String text) {
    assertThat(CaseId.parse(text)).isEmpty();
  }

  @Test
  void an_id_is_written_in_lower_case() {
    assertThat(CaseId.parse("01930000-ABCD-7000-8000-000000000001"))
        .map(CaseId::toString)
        .contains("01930000-abcd-7000-8000-000000000001");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
  void a_difficulty_is_from_1_to_5(int value) {
    assertThatThrownBy(() -> new Difficulty(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_a_shared_case_names_institutions() {
    var named = List.of(new InstitutionId(new UUID(0, 0)));

    assertThatThrownBy(() -> new Sharing(Status.DRAFT, Visibility.PUBLIC, named))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
