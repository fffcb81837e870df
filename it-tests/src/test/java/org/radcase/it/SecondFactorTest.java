package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** Codes of an authenticator beside the password. Source: RFC 6238. */
@ExtendWith(AtHand.class)
class SecondFactorTest {
  private static final String ADDRESS = "api/auth/second-factor";
  private static final String REMOVE = ADDRESS + "/remove";

  /** Somebody with a second factor; the code of {@code step} is used up. */
  private record Enrolled(
      RadCase person, String username, String secret, long step, List<String> recoveryCodes) {
    /** Good now, and not used yet. */
    String nextCode() {
      return Totp.code(secret, step + 1);
    }

    Answer signIn(String code) {
      return SecondFactorTest.signIn(person.asStranger(), username, People.PASSWORD, code);
    }
  }

  private static Enrolled enrolled(RadCase radcase) {
    var person = People.aNew(radcase, "learner");
    var secret = begin(person).path("secret").asText();
    var step = Totp.step();
    var confirmed = confirm(person, Totp.code(secret, step));
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    var codes = StreamSupport.stream(confirmed.json().path("recoveryCodes").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
    return new Enrolled(person, usernameOf(person), secret, step, codes);
  }

  private static JsonNode begin(RadCase person) {
    var begun = person.postJson(ADDRESS, password(People.PASSWORD));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    return begun.json();
  }

  private static Answer confirm(RadCase person, String code) {
    return person.putJson(ADDRESS, Given.json().put("code", code).toString());
  }

  private static String password(String password) {
    return Given.json().put("password", password).toString();
  }

  private static String passwordAndCode(String password, String code) {
    return Given.json().put("password", password).put("code", code).toString();
  }

  private static Answer signIn(RadCase stranger, String username, String password, String code) {
    var body = Given.json().put("username", username).put("password", password).put("code", code);
    return stranger.postJson("api/auth/login", body.toString());
  }

  private static String usernameOf(RadCase person) {
    return person.get("api/auth/me").json().path("username").asText();
  }

  private static String userAddressOf(RadCase person) {
    return "api/admin/users/" + person.get("api/auth/me").json().path("id").asText();
  }

  private static boolean hasSecondFactor(RadCase person) {
    return person.get("api/auth/me").json().path("secondFactor").asBoolean();
  }

  private static void refused(Answer answer) {
    Expect.problem(answer, 401, "auth.failed");
    assertThat(answer.headers("Set-Cookie")).noneMatch(it -> it.contains("radcase-session="));
  }

  @Test
  void it_counts_once_the_server_has_seen_a_code_and_ends_the_other_sessions(RadCase radcase) {
    var person = People.aNew(radcase, "learner");
    var stranger = radcase.asStranger();
    var username = usernameOf(person);
    var begun = begin(person);
    var secret = begun.path("secret").asText();
    assertThat(begun.path("uri").asText())
        .startsWith("otpauth://totp/RadCase:")
        .contains("secret=" + secret, "issuer=RadCase");
    var other = radcase.withCookie(People.signIn(stranger, username, People.PASSWORD));
    assertThat(hasSecondFactor(other)).isFalse();

    Expect.problem(confirm(person, Totp.wrongCode(secret)), 401, "auth.failed");
    assertThat(hasSecondFactor(person)).isFalse();
    var confirmed = confirm(person, Totp.code(secret, Totp.step()));

    assertThat(confirmed.json().path("recoveryCodes")).hasSize(10).doesNotHaveDuplicates();
    assertThat(hasSecondFactor(person)).isTrue();
    Expect.problem(other.get("api/auth/me"), 401, "auth.required");
  }

  @Test
  void then_a_password_alone_opens_nothing(RadCase radcase) {
    var ada = enrolled(radcase);

    var without = People.tryToSignIn(radcase.asStranger(), ada.username, People.PASSWORD);

    Expect.problem(without, 401, "auth.code-needed");
    assertThat(without.headers("Set-Cookie")).noneMatch(it -> it.contains("radcase-session="));
    var with = ada.signIn(ada.nextCode());
    assertThat(with.status()).as(with.toString()).isEqualTo(200);
    assertThat(radcase.withCookie(People.cookie(with)).get("api/auth/me").status())
        .isEqualTo(200);
  }

  @Test
  void who_has_no_password_learns_nothing_of_the_second_factor(RadCase radcase) {
    var ada = enrolled(radcase);
    var guess = "copper lantern quiver 43";

    refused(People.tryToSignIn(radcase.asStranger(), ada.username, guess));
    refused(signIn(radcase.asStranger(), ada.username, guess, ada.nextCode()));
    // The guess did not use the code up.
    assertThat(ada.signIn(ada.nextCode()).status()).isEqualTo(200);
  }

  @Test
  void a_wrong_code_gets_the_answer_of_a_wrong_password(RadCase radcase) {
    var ada = enrolled(radcase);
    var stranger = radcase.asStranger();

    var wrongCode = ada.signIn(Totp.wrongCode(ada.secret));
    var wrongPassword = signIn(stranger, ada.username, "copper lantern quiver 43", "000000");

    refused(wrongCode);
    refused(wrongPassword);
    assertThat(withoutIncident(wrongCode)).isEqualTo(withoutIncident(wrongPassword));
    assertThat(ada.signIn(ada.nextCode()).status()).isEqualTo(200);
  }

  private static String withoutIncident(Answer problem) {
    return problem.text().replaceAll("\"incident\":\"[^\"]*\"", "");
  }

  @Test
  void a_code_works_once(RadCase radcase) {
    var ada = enrolled(radcase);

    refused(ada.signIn(Totp.code(ada.secret, ada.step)));
    assertThat(ada.signIn(ada.nextCode()).status()).isEqualTo(200);
    refused(ada.signIn(ada.nextCode()));
  }

  @Test
  void a_code_may_be_typed_in_groups(RadCase radcase) {
    var ada = enrolled(radcase);
    var code = ada.nextCode();

    var answer = ada.signIn(code.substring(0, 3) + " " + code.substring(3));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @Test
  void a_recovery_code_replaces_a_code_once(RadCase radcase) {
    var ada = enrolled(radcase);
    var first = ada.recoveryCodes.get(0);
    var second = ada.recoveryCodes.get(1).toUpperCase(Locale.ROOT);

    assertThat(ada.signIn(first).status()).isEqualTo(200);
    refused(ada.signIn(first));
    assertThat(ada.signIn(second).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {ADDRESS, REMOVE})
  void it_is_replaced_and_removed_by_nobody_without_a_code_of_it(String address, RadCase radcase) {
    var ada = enrolled(radcase);

    Expect.problem(
        ada.person.postJson(address, password(People.PASSWORD)), 401, "auth.code-needed");
    var wrong = passwordAndCode(People.PASSWORD, Totp.wrongCode(ada.secret));
    Expect.problem(ada.person.postJson(address, wrong), 401, "auth.failed");

    assertThat(hasSecondFactor(ada.person)).isTrue();
  }

  @Test
  void its_owner_removes_it_by_her_password_and_a_code(RadCase radcase) {
    var ada = enrolled(radcase);

    var guess = passwordAndCode("copper lantern quiver 43", ada.nextCode());
    Expect.problem(ada.person.postJson(REMOVE, guess), 401, "auth.failed");
    assertThat(hasSecondFactor(ada.person)).isTrue();
    var removed = ada.person.postJson(REMOVE, passwordAndCode(People.PASSWORD, ada.nextCode()));

    assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
    assertThat(hasSecondFactor(ada.person)).isFalse();
    People.signIn(radcase.asStranger(), ada.username, People.PASSWORD);
    Expect.problem(confirm(ada.person, ada.nextCode()), 409, "second-factor.none");
  }

  @Test
  void who_lost_her_authenticator_replaces_it_by_a_recovery_code(RadCase radcase) {
    var ada = enrolled(radcase);

    var begun =
        ada.person.postJson(ADDRESS, passwordAndCode(People.PASSWORD, ada.recoveryCodes.get(0)));

    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    assertThat(begun.json().path("secret").asText()).isNotBlank().isNotEqualTo(ada.secret);
    assertThat(hasSecondFactor(ada.person)).isTrue();
  }

  @Test
  void her_administrator_removes_it_and_nobody_else_does(RadCase radcase) {
    var ada = enrolled(radcase);
    var address = userAddressOf(ada.person);
    var remove = address + "/second-factor/remove";

    Expect.problem(radcase.as("admin-elsewhere").postJson(remove, "{}"), 404, "person.not-found");
    Expect.problem(radcase.as("educator").postJson(remove, "{}"), 403, "admin.not-allowed");
    assertThat(hasSecondFactor(ada.person)).isTrue();
    var removed = radcase.as("admin").postJson(remove, "{}");

    assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
    People.signIn(radcase.asStranger(), ada.username, People.PASSWORD);
  }

  @Test
  void it_is_set_up_in_a_session_by_who_knows_the_password(RadCase radcase) {
    var person = People.aNew(radcase, "learner");
    var made = person.postJson(
        "api/auth/tokens", "{\"name\": \"x\", \"scopes\": [\"write\"], \"expiresInDays\": 1}");
    var bearer = "Bearer " + made.json().path("token").asText();
    var stranger = radcase.asStranger();

    Expect.problem(person.postJson(ADDRESS, password("")), 401, "auth.failed");
    Expect.problem(
        stranger.postJson(ADDRESS, password(People.PASSWORD), "Authorization", bearer),
        403,
        "auth.session-needed");
    Expect.problem(stranger.postJson(ADDRESS, password(People.PASSWORD)), 401, "auth.required");
    Expect.problem(confirm(person, "123456"), 409, "second-factor.none");
  }

  @Test
  void its_secret_is_shown_to_nobody_again(RadCase radcase) {
    var ada = enrolled(radcase);

    var row = radcase.as("admin").get(userAddressOf(ada.person));

    assertThat(row.json().path("secondFactor").asBoolean()).isTrue();
    for (var answer : List.of(row, ada.person.get("api/auth/me"))) {
      assertThat(answer.text()).doesNotContain(ada.secret).doesNotContain(ada.recoveryCodes);
    }
  }
}
