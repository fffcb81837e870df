package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class SessionsTest {
  private static String usernameOf(RadCase person) {
    return person.get("api/auth/me").json().path("username").asText();
  }

  private static RadCase again(RadCase person) {
    var stranger = person.asStranger();
    return person.withCookie(People.signIn(stranger, usernameOf(person), People.PASSWORD));
  }

  private static String currentId(RadCase person) {
    return person.get("api/auth/me").json().at("/session/id").asText();
  }

  @Test
  void a_session_that_was_signed_out_opens_nothing_any_more(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");

    var out = learner.postJson("api/auth/logout", "{}");

    assertThat(out.status()).as(out.toString()).isEqualTo(204);
    assertThat(out.header("Clear-Site-Data")).contains("\"cache\"");
    assertThat(out.headers("Set-Cookie")).anyMatch(it -> it.contains("Max-Age=0"));
    Expect.problem(learner.get("api/auth/me"), 401, "auth.required");
    Expect.problem(learner.get("api/cases"), 401, "auth.required");
  }

  @Test
  void a_session_that_ended_elsewhere_leaves_nothing_in_its_browser(RadCase radcase) {
    var here = People.aNew(radcase, "learner");
    var there = again(here);
    assertThat(there.get("api/cases").header("Clear-Site-Data")).isEmpty();

    assertThat(here.delete("api/auth/sessions").status()).isEqualTo(204);

    var refused = there.get("api/cases");
    Expect.problem(refused, 401, "auth.required");
    var redirected = there.get("");
    assertThat(redirected.status()).as(redirected.toString()).isEqualTo(302);
    for (var answer : List.of(refused, redirected)) {
      assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cache\"");
    }
    assertThat(radcase.asStranger().get("api/cases").header("Clear-Site-Data")).isEmpty();
  }

  @Test
  void a_cookie_that_the_browser_brings_is_never_taken_over(RadCase radcase) {
    var planted = "radcase-session=" + "A".repeat(43);
    var stranger = radcase.withCookie(planted);

    var cookie = People.signIn(stranger, "admin", People.PASSWORD);

    assertThat(cookie).isNotEqualTo(planted);
    Expect.problem(stranger.get("api/auth/me"), 401, "auth.required");
  }

  @Test
  void signing_in_again_ends_the_session_the_browser_had(RadCase radcase) {
    var before = People.aNew(radcase, "learner");
    var username = usernameOf(before);

    var after = before.withCookie(People.signIn(before, username, People.PASSWORD));

    Expect.problem(before.get("api/auth/me"), 401, "auth.required");
    assertThat(after.get("api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void people_see_their_sessions_and_end_one_or_all_others(RadCase radcase) {
    var here = People.aNew(radcase, "learner");
    var there = again(here);
    var elsewhere = again(here);

    var list = here.get("api/auth/sessions").json().path("data");
    assertThat(list).hasSize(3);
    assertThat(list).filteredOn(it -> it.path("current").asBoolean()).hasSize(1);
    assertThat(here.delete("api/auth/sessions/" + currentId(there)).status()).isEqualTo(204);
    Expect.problem(there.get("api/auth/me"), 401, "auth.required");
    assertThat(elsewhere.get("api/auth/me").status()).isEqualTo(200);

    assertThat(here.delete("api/auth/sessions").status()).isEqualTo(204);
    Expect.problem(elsewhere.get("api/auth/me"), 401, "auth.required");
    assertThat(here.get("api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void nobody_ends_anothers_session_by_its_id(RadCase radcase) {
    var victim = People.aNew(radcase, "learner");

    var answer = radcase.as("learner").delete("api/auth/sessions/" + currentId(victim));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    assertThat(victim.get("api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void a_list_of_sessions_shows_no_secret(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");

    assertThat(learner.get("api/auth/sessions").text())
        .doesNotContain(learner.cookie().split("=", 2)[1]);
  }
}
