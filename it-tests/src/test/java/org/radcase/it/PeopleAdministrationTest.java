package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class PeopleAdministrationTest {
  private static String addressOf(RadCase person) {
    return "api/admin/users/" + person.get("api/auth/me").json().path("id").asText();
  }

  private static Answer change(RadCase administrator, String address, String patch) {
    return administrator.patch(
        address, patch, "If-Match", "\"" + revision(administrator, address) + "\"");
  }

  private static int revision(RadCase administrator, String address) {
    return administrator.get(address).json().path("revision").asInt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "educator", "director"})
  void only_administrators_administer(String who, RadCase radcase) {
    var person = radcase.as(who);
    for (var address : new String[] {"users", "invitations", "institutions"}) {
      Expect.problem(person.get("api/admin/" + address), 403, "admin.not-allowed");
    }
    Expect.problem(
        person.postJson("api/admin/invitations", "{\"role\": \"admin\"}"),
        403,
        "admin.not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"role\": \"educator\"}", "{\"active\": false}"})
  void a_change_of_role_or_state_ends_all_sessions(String patch, RadCase radcase) {
    var learner = People.aNew(radcase, "learner");

    var changed = change(radcase.as("admin"), addressOf(learner), patch);

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    Expect.problem(learner.get("api/auth/me"), 401, "auth.required");
  }

  @Test
  void an_administrator_ends_anothers_sessions(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");

    var ended = radcase.as("admin").delete(addressOf(learner) + "/sessions");

    assertThat(ended.status()).as(ended.toString()).isEqualTo(204);
    Expect.problem(learner.get("api/cases"), 401, "auth.required");
  }

  @Test
  void another_institutions_people_are_not_there(RadCase radcase) {
    var address = addressOf(radcase.as("learner"));
    var admin = radcase.as("admin-elsewhere");

    assertThat(admin.get("api/admin/users").text()).doesNotContain(address.substring(16));
    Expect.problem(admin.get(address), 404, "person.not-found");
    Expect.problem(
        admin.patch(address, "{\"active\": false}", "If-Match", "\"1\""), 404, "person.not-found");
    Expect.problem(admin.delete(address + "/sessions"), 404, "person.not-found");
    Expect.problem(admin.postJson(address + "/reset-link", "{}"), 404, "person.not-found");
  }

  @Test
  void no_administrator_makes_an_operator(RadCase radcase) {
    var admin = radcase.as("admin");
    var learner = People.aNew(radcase, "learner");

    var invited = admin.postJson("api/admin/invitations", "{\"role\": \"operator\"}");
    var raised = change(admin, addressOf(learner), "{\"role\": \"operator\"}");

    assertThat(invited.status()).as(invited.toString()).isIn(403, 422);
    assertThat(raised.status()).as(raised.toString()).isIn(403, 422);
    assertThat(learner.get("api/auth/me").json().path("role").asText()).isEqualTo("learner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"role\": \"learner\"}", "{\"active\": false}"})
  void nobody_shuts_herself_out(String patch, RadCase radcase) {
    var admin = radcase.as("admin");

    var refused = change(admin, addressOf(admin), patch);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(admin.get("api/admin/users").status()).isEqualTo(200);
  }
}
