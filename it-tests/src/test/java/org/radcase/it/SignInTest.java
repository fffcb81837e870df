package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class SignInTest {
  /** Fails a sign-in; a success afterwards keeps the account and the address from being slowed. */
  private static Answer refused(RadCase stranger, String username, String password) {
    var answer = People.tryToSignIn(stranger, username, password);
    Expect.problem(answer, 401, "auth.failed");
    assertThat(answer.headers("Set-Cookie")).noneMatch(it -> it.contains("radcase-session="));
    return answer;
  }

  @Test
  void a_person_signs_in_with_username_and_password(RadCase radcase) {
    var answer = People.tryToSignIn(radcase.asStranger(), "admin", People.PASSWORD);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().path("role").asText()).isEqualTo("admin");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("ETag")).isEmpty();
    var me = radcase.withCookie(People.cookie(answer)).get("api/auth/me");
    assertThat(me.json().path("username").asText()).isEqualTo("admin");
  }

  @Test
  void the_case_of_a_username_does_not_matter_and_that_of_a_password_does(RadCase radcase) {
    var stranger = radcase.asStranger();

    refused(stranger, "admin", People.PASSWORD.toUpperCase(Locale.ROOT));

    assertThat(People.tryToSignIn(stranger, "AdMiN", People.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void the_cookie_is_for_no_script_and_no_other_site(RadCase radcase) {
    var answer = People.tryToSignIn(radcase.asStranger(), "admin", People.PASSWORD);

    assertThat(answer.headers("Set-Cookie"))
        .filteredOn(it -> it.startsWith("radcase-session="))
        .singleElement()
        .asString()
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .containsIgnoringCase("Path=/");
    // 256 bits, in letters of six bits.
    assertThat(People.cookie(answer).split("=", 2)[1].length()).isGreaterThanOrEqualTo(43);
  }

  @Test
  void an_unknown_account_and_a_wrong_password_get_the_same_answer(RadCase radcase) {
    var stranger = radcase.asStranger();

    var unknown = refused(stranger, People.freshName("nobody"), People.PASSWORD);
    var wrong = refused(stranger, "admin", "copper lantern quiver 43");

    assertThat(withoutIncident(wrong)).isEqualTo(withoutIncident(unknown));
    assertThat(wrong.response().headers().map().keySet())
        .isEqualTo(unknown.response().headers().map().keySet());
    People.signIn(stranger, "admin", People.PASSWORD);
  }

  private static String withoutIncident(Answer problem) {
    return problem.text().replaceAll("\"incident\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/cases",
        "api/cases/0197a5b0-0000-7000-8000-000000000000",
        "api/auth/me",
        "api/auth/sessions",
        "api/admin/users",
        "api/nothing-here",
        "openapi.json"
      })
  void a_stranger_is_told_to_sign_in(String address, RadCase radcase) {
    var answer = radcase.asStranger().get(address);

    Expect.problem(answer, 401, "auth.required");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /sign-in?to=%2F",
    "cases/new, /sign-in?to=%2Fcases%2Fnew",
    "?modality=CT&page=2, /sign-in?to=%2F%3Fmodality%3DCT%26page%3D2",
    "//evil.example/x, /sign-in?to=",
    "no-such-page, /sign-in?to=%2Fno-such-page"
  })
  void a_strangers_page_leads_to_sign_in_and_back(
      String address, String location, RadCase radcase) {
    var base = radcase.base().toString();
    var answer = radcase.asStranger().get(base + address);

    // Servers differ in what they make of a double slash; none may lead to another site.
    if (answer.status() == 400) return;
    assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
    assertThat(answer.header("Location").replace(base, "/")).startsWith(location);
    assertThat(answer.header("Location")).doesNotContain("to=%2F%2F");
  }

  @ParameterizedTest
  @CsvSource({
    "eleven chrs, password.short",
    "password1234, password.common",
    "123456789012, password.common",
    "my radcase lantern quiver, password.guessable",
    "xx {username} quiver 9, password.guessable"
  })
  void a_weak_password_is_refused_with_its_reason(String password, String code, RadCase radcase) {
    var username = People.freshName("weak");
    var link = People.invite(radcase.as("admin"), "{\"role\": \"educator\"}");
    var body = Given.json()
        .put("link", link)
        .put("username", username)
        .put("name", "Weak")
        .put("password", password.replace("{username}", username));

    var answer = radcase.asStranger().postJson("api/auth/register", body.toString());

    Expect.faults(answer, "/password");
    assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(answer.text()).doesNotContain(link);
  }

  @Test
  void a_new_password_ends_every_session_but_the_one_that_set_it(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");
    var username = learner.get("api/auth/me").json().path("username").asText();
    var other = radcase.withCookie(People.signIn(radcase.asStranger(), username, People.PASSWORD));
    var next = "velvet harbour ostrich 17";

    var changed = learner.postJson(
        "api/auth/password",
        Given.json().put("current", People.PASSWORD).put("password", next).toString());

    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(learner.get("api/auth/me").status()).isEqualTo(401);
    assertThat(other.get("api/auth/me").status()).isEqualTo(401);
    assertThat(radcase.withCookie(People.cookie(changed)).get("api/auth/me").status())
        .isEqualTo(200);
    refused(radcase.asStranger(), username, People.PASSWORD);
    People.signIn(radcase.asStranger(), username, next);
  }
}
