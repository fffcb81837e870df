package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

/** One-time links: invitations and resets. */
@ExtendWith(AtHand.class)
class LinksTest {
  private static final String INVITATION = "{\"role\": \"learner\", \"traineeLevel\": \"r1\"}";

  private static Answer read(RadCase radcase, String link) {
    return radcase
        .asStranger()
        .postJson("api/auth/links", Given.json().put("link", link).toString());
  }

  private static Answer register(RadCase radcase, String link) {
    var body = Given.json()
        .put("link", link)
        .put("username", People.freshName("late"))
        .put("name", "Late")
        .put("password", People.PASSWORD);
    return radcase.asStranger().postJson("api/auth/register", body.toString());
  }

  @Test
  void an_invitation_says_what_it_is_for_and_works_once(RadCase radcase) {
    var link = People.invite(radcase.as("admin"), INVITATION);

    assertThat(read(radcase, link).json().path("kind").asText()).isEqualTo("invitation");
    assertThat(read(radcase, link).json().path("role").asText()).isEqualTo("learner");
    assertThat(register(radcase, link).json().path("traineeLevel").asText()).isEqualTo("r1");
    Expect.problem(register(radcase, link), 404, "link.not-found");
    Expect.problem(read(radcase, link), 404, "link.not-found");
  }

  @Test
  void the_link_travels_in_the_fragment_and_only_in_the_answer_that_made_it(RadCase radcase) {
    var made = radcase.as("admin").postJson("api/admin/invitations", INVITATION).json();

    var address = made.path("link").asText();
    assertThat(address).contains("/join#");
    assertThat(radcase.as("admin").get("api/admin/invitations").text())
        .contains(made.path("id").asText())
        .doesNotContain(People.fragment(address));
  }

  @Test
  void a_revoked_invitation_is_as_one_that_never_was(RadCase radcase) {
    var admin = radcase.as("admin");
    var made = admin.postJson("api/admin/invitations", INVITATION).json();

    var revoked = admin.delete("api/admin/invitations/" + made.path("id").asText());

    assertThat(revoked.status()).as(revoked.toString()).isEqualTo(204);
    Expect.problem(
        register(radcase, People.fragment(made.path("link").asText())), 404, "link.not-found");
  }

  @Test
  void a_reset_link_sets_a_password_once_and_ends_all_sessions_and_tokens(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");
    var me = learner.get("api/auth/me").json();
    var reset = "api/admin/users/" + me.path("id").asText() + "/reset-link";
    var admin = radcase.as("admin");
    var first = People.fragment(admin.postJson(reset, "{}").json().path("link").asText());
    var second = People.fragment(admin.postJson(reset, "{}").json().path("link").asText());
    var next = Given.json().put("link", second).put("password", "velvet harbour ostrich 17");
    var token = learner.postJson(
        "api/auth/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"], \"expiresInDays\": 1}");
    var bearer = "Bearer " + token.json().path("token").asText();
    var program = radcase.asStranger();
    assertThat(program.get("api/auth/me", "Authorization", bearer).status()).isEqualTo(200);

    Expect.problem(read(radcase, first), 404, "link.not-found");
    var set = radcase.asStranger().postJson("api/auth/password", next.toString());

    assertThat(set.status()).as(set.toString()).isEqualTo(204);
    Expect.problem(learner.get("api/auth/me"), 401, "auth.required");
    Expect.problem(program.get("api/auth/me", "Authorization", bearer), 401, "auth.required");
    var again = radcase.asStranger().postJson("api/auth/password", next.toString());
    Expect.problem(again, 404, "link.not-found");
    People.signIn(radcase.asStranger(), me.path("username").asText(), "velvet harbour ostrich 17");
  }
}
