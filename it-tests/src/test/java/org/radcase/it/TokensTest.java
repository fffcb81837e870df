package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class TokensTest {
  private static JsonNode make(RadCase person, String... scopes) {
    var body = Given.json().put("name", "A script").put("expiresInDays", 7);
    for (var scope : scopes) body.withArray("scopes").add(scope);
    var made = person.postJson("api/auth/tokens", body.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json();
  }

  private static String[] bearer(JsonNode token) {
    return new String[] {"Authorization", "Bearer " + token.path("token").asText()};
  }

  @Test
  void a_token_reads_within_its_scope_and_no_further(RadCase radcase) {
    var stranger = radcase.asStranger();
    var reader = bearer(make(radcase, "read"));

    assertThat(stranger.get("api/cases", reader).status()).isEqualTo(200);
    Expect.problem(stranger.postJson("api/cases", "{}", reader), 403, "token.scope");
    Expect.problem(stranger.get("api/admin/users", reader), 403, "token.scope");
    Expect.problem(stranger.get("api/auth/tokens", reader), 403, "auth.session-needed");
  }

  @Test
  void a_token_is_shown_once(RadCase radcase) {
    var made = make(radcase, "read");

    var list = radcase.get("api/auth/tokens").text();

    assertThat(made.path("token").asText()).startsWith("rct_");
    assertThat(list).contains(made.path("id").asText());
    assertThat(list).doesNotContain(made.path("token").asText());
  }

  @Test
  void a_revoked_token_opens_nothing(RadCase radcase) {
    var made = make(radcase, "read");

    var revoked = radcase.delete("api/auth/tokens/" + made.path("id").asText());

    assertThat(revoked.status()).as(revoked.toString()).isEqualTo(204);
    Expect.problem(radcase.asStranger().get("api/cases", bearer(made)), 401, "auth.required");
  }

  @Test
  void nobody_revokes_anothers_token(RadCase radcase) {
    var made = make(radcase, "read");

    var refused =
        radcase.as("educator2").delete("api/auth/tokens/" + made.path("id").asText());

    Expect.problem(refused, 404, "token.not-found");
    assertThat(radcase.asStranger().get("api/cases", bearer(made)).status()).isEqualTo(200);
  }

  @Test
  void a_token_in_the_address_is_none(RadCase radcase) {
    var token = make(radcase, "read").path("token").asText();

    for (var name : new String[] {"token", "access_token", "api_key"}) {
      var answer = radcase.asStranger().get("api/cases?" + name + "=" + token);
      Expect.problem(answer, 401, "auth.required");
      assertThat(answer.text()).doesNotContain(token);
    }
  }

  @Test
  void a_wrong_token_is_not_made_good_by_a_cookie(RadCase radcase) {
    Expect.problem(
        radcase.get("api/cases", "Authorization", "Bearer rct_" + "A".repeat(43)),
        401,
        "auth.required");
  }
}
