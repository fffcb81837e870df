package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.problem.Problem.Fault;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "vesuvius lantern quiver",
        "Überraschung im Moor",
        "四月は君の嘘四月は君の嘘の朝",
        "  spaces around  it  "
      })
  void long_ones_of_any_characters_are_taken(String password) {
    assertThat(codeOf(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hunter2, password.short",
    "elevenchars, password.short",
    "password1234, password.common",
    "aaaaaaaaaaaaaaaa, password.common",
    "qwertyuiop123, password.common",
    "my radcase entry, password.guessable",
    "ada.lovelace rules the world, password.guessable"
  })
  void what_would_be_tried_first_is_refused(String password, String code) {
    assertThat(codeOf(password)).contains(code);
  }

  @Test
  void a_password_ends_somewhere_and_its_estimate_stays_quick() {
    assertThat(codeOf("x9 ".repeat(43))).contains("password.long");
    assertThat(codeOf("𝄞 quaver clef stave " + "𝄞".repeat(100))).isEmpty();
  }

  private Optional<String> codeOf(String password) {
    return rules.fault("/password", password, List.of("ada.lovelace", "Ada")).map(Fault::code);
  }
}
