package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** Who found a session, and even the password, can do nothing to the second factor. */
@ExtendWith(AtHand.class)
class SecondFactorChangesTest {
  private static final String ADDRESS = "api/auth/second-factor";
  private static final String REMOVE = ADDRESS + "/remove";

  /** Somebody with a second factor; the code of {@code step} is used up. */
  private record Enrolled(RadCase person, String secret, long step, String recoveryCode) {
    /** Good now, and not used yet. */
    String nextCode() {
      return Totp.code(secret, step + 1);
    }

    Answer post(String address, ObjectNode body) {
      return person.postJson(address, body.toString());
    }

    boolean hasSecondFactor() {
      return person.get("api/auth/me").json().path("secondFactor").asBoolean();
    }
  }

  private static Enrolled enrolled(RadCase radcase) {
    var person = People.aNew(radcase, "learner");
    var secret =
        person.postJson(ADDRESS, password().toString()).json().path("secret").asText();
    var step = Totp.step();
    var code = Given.json().put("code", Totp.code(secret, step));
    var confirmed = person.putJson(ADDRESS, code.toString());
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    var recoveryCode = confirmed.json().path("recoveryCodes").path(0).asText();
    return new Enrolled(person, secret, step, recoveryCode);
  }

  private static ObjectNode password() {
    return Given.json().put("password", People.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {ADDRESS, REMOVE})
  void it_is_replaced_and_removed_by_nobody_without_a_code_of_it(String address, RadCase radcase) {
    var ada = enrolled(radcase);

    Expect.problem(ada.post(address, password()), 401, "auth.code-needed");
    var wrong = password().put("code", Totp.wrongCode(ada.secret));
    Expect.problem(ada.post(address, wrong), 401, "auth.failed");

    assertThat(ada.hasSecondFactor()).isTrue();
  }

  @Test
  void its_owner_removes_it_by_password_and_code(RadCase radcase) {
    var ada = enrolled(radcase);

    var removed = ada.post(REMOVE, password().put("code", ada.nextCode()));

    assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
    assertThat(ada.hasSecondFactor()).isFalse();
  }

  @Test
  void who_lost_her_authenticator_replaces_it_by_a_recovery_code(RadCase radcase) {
    var ada = enrolled(radcase);

    var begun = ada.post(ADDRESS, password().put("code", ada.recoveryCode));

    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    assertThat(begun.json().path("secret").asText()).isNotBlank().isNotEqualTo(ada.secret);
    assertThat(ada.hasSecondFactor()).isTrue();
  }
}
