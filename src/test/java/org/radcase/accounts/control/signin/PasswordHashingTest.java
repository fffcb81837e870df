package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void the_right_password_matches_and_others_do_not() {
    var hash = hashing.hash("correct horse battery");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.verify(hash, "correct horse battery")).isTrue();
    assertThat(hashing.verify(hash, "correct horse battery ")).isFalse();
    assertThat(hashing.verify(hash, "")).isFalse();
  }

  @Test
  void the_same_password_has_another_hash_each_time() {
    assertThat(hashing.hash("correct horse battery"))
        .isNotEqualTo(hashing.hash("correct horse battery"));
  }

  @Test
  void a_character_is_the_same_however_the_keyboard_composes_it() {
    assertThat(hashing.verify(hashing.hash("u\u0308berraschung"), "\u00fcberraschung"))
        .isTrue();
  }

  /** From the tests of the reference implementation (phc-winner-argon2, test.c). */
  @Test
  void a_hash_with_weaker_parameters_still_opens_and_is_known_to_be_weak() {
    var old =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$" + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(hashing.verify(old, "password")).isTrue();
    assertThat(PasswordHashing.isWeak(old)).isTrue();
    assertThat(PasswordHashing.isWeak(hashing.hash("correct horse battery"))).isFalse();
  }
}
