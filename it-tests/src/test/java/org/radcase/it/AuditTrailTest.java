package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** What leaves a record, and what is in it. */
@ExtendWith(AtHand.class)
class AuditTrailTest {
  private static TrailReader trail(RadCase radcase) {
    return new TrailReader(radcase.as("admin"));
  }

  private static JsonNode me(RadCase person) {
    return person.get("api/auth/me").json();
  }

  private static String idOf(RadCase person) {
    return me(person).path("id").asText();
  }

  private static void expect(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }

  @Test
  void who_reads_a_study_leaves_one_record_of_it(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");
    var request = "it-" + UUID.randomUUID();

    expect(200, learner.get(made.manifest(), "X-Request-Id", request));
    for (var address :
        List.of(made.manifest(), made.frame(), made.rendered(), made.thumbnail(), made.page())) {
      expect(200, learner.get(address));
    }

    var reading = trail(radcase).only("action=study-read&person=" + idOf(learner));
    assertThat(reading.path("case").asText()).isEqualTo(made.id());
    assertThat(reading.path("study").asText()).isEqualTo(made.study());
    assertThat(reading.path("outcome").asText()).isEqualTo("success");
    assertThat(reading.path("requestId").asText()).isEqualTo(request);
    assertThat(reading.path("address").asText()).startsWith("127.");
    assertThat(reading.path("at").asText()).endsWith("Z");
    assertThat(reading.at("/actor/name").asText())
        .isEqualTo(me(learner).path("name").asText());
    assertThat(reading.at("/actor/role").asText()).isEqualTo("learner");
    assertThat(reading.at("/actor/institution").asText())
        .isEqualTo(me(learner).at("/institution/id").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "frame", "rendered", "thumbnail", "page"})
  void each_way_to_an_image_is_a_reading(String way, RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");
    var address =
        switch (way) {
          case "manifest" -> made.manifest();
          case "frame" -> made.frame();
          case "rendered" -> made.rendered();
          case "thumbnail" -> made.thumbnail();
          default -> made.page();
        };

    expect(200, learner.get(address));

    var reading = trail(radcase).only("action=study-read&person=" + idOf(learner));
    assertThat(reading.path("study").asText()).isEqualTo(made.study());
  }

  @Test
  void another_study_and_another_person_leave_records_of_their_own(RadCase radcase) {
    var one = ImagedCase.madeBy(radcase);
    var other = ImagedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");
    var colleague = People.aNew(radcase, "learner");

    expect(200, learner.get(one.manifest()));
    expect(200, learner.get(other.manifest()));
    expect(200, colleague.get(one.manifest()));

    var trail = trail(radcase);
    assertThat(trail.records("action=study-read&person=" + idOf(learner))).hasSize(2);
    trail.only("action=study-read&study=" + one.study() + "&person=" + idOf(colleague));
  }

  @Test
  void a_file_that_is_taken_away_leaves_a_record_of_its_own_kind(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var educator = People.aNew(radcase, "educator");
    var learner = People.aNew(radcase, "learner");

    expect(200, educator.get(made.file()));
    expect(403, learner.get(made.file()));

    var trail = trail(radcase);
    assertThat(trail.actions("case=" + made.id() + "&person=" + idOf(educator)))
        .containsExactly("exported success");
    assertThat(trail.actions("case=" + made.id() + "&person=" + idOf(learner)))
        .containsExactly("access-refused refused");
  }

  @Test
  void signing_in_and_out_and_failing_to_leave_records(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");
    var id = idOf(learner);
    var username = me(learner).path("username").asText();
    var wrong = People.tryToSignIn(radcase.asStranger(), username, "copper lantern quiver 43");
    expect(401, wrong);
    var again = radcase.withCookie(People.signIn(learner, username, People.PASSWORD));
    expect(204, again.postJson("api/auth/logout", "{}"));

    var trail = trail(radcase);
    assertThat(trail.actions("person=" + id))
        .containsExactly("signed-out success", "signed-in success", "person-added success");
    var failed = trail.only("action=signed-in&outcome=refused&q=" + id);
    assertThat(failed.path("actor").isNull()).isTrue();
    assertThat(failed.path("object").asText()).isEqualTo(id);
    assertThat(failed.path("requestId").asText()).isEqualTo(wrong.header("X-Request-Id"));
  }

  @Test
  void what_a_stranger_typed_as_username_may_be_a_password_and_is_not_kept(RadCase radcase) {
    var typed = People.freshName("sesame");

    var failed = People.tryToSignIn(radcase.asStranger(), typed, People.PASSWORD);

    expect(401, failed);
    var whole = new TrailReader(radcase.as("operator"));
    assertThat(whole.records("q=" + typed)).isEmpty();
    assertThat(whole.records("action=signed-in&outcome=refused"))
        .anyMatch(it -> it.path("requestId").asText().equals(failed.header("X-Request-Id")));
  }

  @Test
  void the_life_of_a_case_leaves_records(RadCase radcase) {
    var educator = People.aNew(radcase, "educator");
    var colleague = People.aNew(radcase, "educator");
    var made = ImagedCase.madeBy(educator);
    var inDraft = Given.addressOf(Given.aCase(educator));
    expect(404, radcase.as("learner").get(inDraft));
    expect(200, radcase.as("admin").get(inDraft));
    expect(
        200,
        educator.postJson(
            made.address() + "/co-authors",
            Given.json()
                .put("username", me(colleague).path("username").asText())
                .toString()));
    var revision = educator.get(made.address()).json().path("revision").asInt();
    expect(
        200,
        educator.patch(
            made.address(), "{\"findings\": \"x\"}", "If-Match", "\"" + revision + "\""));
    expect(204, educator.delete(made.address(), "If-Match", "*"));

    var trail = trail(radcase);
    assertThat(trail.actions("case=" + made.id() + "&person=" + idOf(educator)))
        .containsExactlyInAnyOrder(
            "case-made success",
            "study-added success",
            "study-read success",
            "case-published success",
            "co-authors-changed success",
            "case-changed success",
            "case-deleted success");
    assertThat(trail.actions("case=" + inDraft.substring("api/cases/".length())))
        .containsExactly("case-inspected success", "access-refused refused", "case-made success");
  }

  @Test
  void a_series_that_is_taken_off_leaves_a_record(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var series = made.address() + "/series/" + made.series().path("uid").asText();

    expect(200, radcase.patch(made.address(), "{\"status\": \"draft\"}", "If-Match", "*"));
    expect(204, radcase.delete(series, "If-Match", "*"));

    assertThat(trail(radcase)
            .only("action=study-removed&case=" + made.id())
            .path("study")
            .asText())
        .isEqualTo(made.study());
  }

  @Test
  void what_people_do_to_their_accounts_leaves_records(RadCase radcase) {
    var learner = People.aNew(radcase, "learner");
    var id = idOf(learner);
    var username = me(learner).path("username").asText();
    People.signIn(radcase.asStranger(), username, People.PASSWORD);
    expect(204, learner.delete("api/auth/sessions"));
    var token = learner.postJson(
        "api/auth/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"], \"expiresInDays\": 1}");
    expect(201, token);
    expect(204, learner.delete("api/auth/tokens/" + token.json().path("id").asText()));
    var next = Given.json().put("current", People.PASSWORD).put("password", "velvet ostrich 17");
    expect(204, learner.postJson("api/auth/password", next.toString()));

    assertThat(trail(radcase).actions("person=" + id))
        .containsExactly(
            "password-changed success",
            "token-revoked success",
            "token-made success",
            "session-ended success",
            "signed-in success",
            "person-added success");
  }

  @Test
  void what_administrators_do_leaves_records(RadCase radcase) {
    var admin = radcase.as("admin");
    var learner = People.aNew(radcase, "learner");
    var id = idOf(learner);
    var address = "api/admin/users/" + id;
    expect(201, admin.postJson(address + "/reset-link", "{}"));
    expect(204, admin.delete(address + "/sessions"));
    expect(204, admin.postJson(address + "/second-factor/remove", "{}"));
    var revision = admin.get(address).json().path("revision").asInt();
    expect(
        200, admin.patch(address, "{\"role\": \"educator\"}", "If-Match", "\"" + revision + "\""));
    var invitation = admin.postJson("api/admin/invitations", "{\"role\": \"director\"}");
    var link = invitation.json().path("id").asText();
    expect(204, admin.delete("api/admin/invitations/" + link));

    var trail = trail(radcase);
    var byAdmin = "person=" + idOf(admin) + "&q=";
    assertThat(trail.actions(byAdmin + id))
        .containsExactly(
            "person-changed success",
            "second-factor-changed success",
            "session-ended success",
            "link-made success");
    assertThat(trail.only("action=person-changed&q=" + id).path("detail").asText())
        .contains("role learner to educator");
    assertThat(trail.actions(byAdmin + link))
        .containsExactly("link-revoked success", "link-made success");
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "educator", "director"})
  void only_who_administers_reads_the_trail_and_the_attempt_is_in_it(String role, RadCase radcase) {
    var person = People.aNew(radcase, role);

    for (var address : List.of("", "/actions", "/export?format=csv", "/export?format=dicom")) {
      Expect.problem(person.get(TrailReader.ADDRESS + address), 403, "admin.not-allowed");
    }
    Expect.problem(person.postJson(TrailReader.ADDRESS + "/check", "{}"), 403, "admin.not-allowed");
    Expect.problem(radcase.asStranger().get(TrailReader.ADDRESS), 401, "auth.required");

    assertThat(trail(radcase).actions("action=access-refused&person=" + idOf(person)))
        .hasSize(5);
  }

  @Test
  void another_institution_sees_nothing_of_it(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var learner = People.aNew(radcase, "learner");
    expect(200, learner.get(made.manifest()));
    var elsewhere = new TrailReader(radcase.as("admin-elsewhere"));

    assertThat(elsewhere.records("case=" + made.id())).isEmpty();
    assertThat(elsewhere.records("person=" + idOf(learner))).isEmpty();
    assertThat(elsewhere.records("study=" + made.study())).isEmpty();
    for (var format : List.of("csv", "dicom")) {
      assertThat(elsewhere
              .reader()
              .get(TrailReader.ADDRESS + "/export?format=" + format)
              .text())
          .doesNotContain(made.id(), made.study(), idOf(learner));
    }
    new TrailReader(radcase.as("operator"))
        .only("action=study-read&person=" + idOf(learner) + "&case=" + made.id());
  }

  @Test
  void who_comes_from_elsewhere_is_seen_by_both_institutions(RadCase radcase) {
    var draft = Given.aCase(radcase).path("id").asText();
    var intruder = radcase.as("learner-elsewhere");

    expect(404, intruder.get("api/cases/" + draft));

    for (var admin : List.of("admin", "admin-elsewhere")) {
      var refusal = new TrailReader(radcase.as(admin)).only("action=access-refused&case=" + draft);
      assertThat(refusal.at("/actor/id").asText()).isEqualTo(idOf(intruder));
    }
  }

  @Test
  void the_trail_says_who_read_it(RadCase radcase) {
    var admin = radcase.as("admin");
    expect(200, admin.get(TrailReader.ADDRESS + "/export?format=csv&q=nothing-of-this-name"));

    assertThat(trail(radcase).records("action=audit-read&person=" + idOf(admin)))
        .anyMatch(it -> it.path("detail").asText().equals("exported as csv"))
        .anyMatch(it -> it.path("detail").asText().equals("searched"));
  }

  @Test
  void the_operator_checks_it_and_nothing_is_wrong(RadCase radcase) {
    var checked = new TrailReader(radcase.as("operator")).check();

    assertThat(checked.path("faults")).isEmpty();
    assertThat(checked.path("ok").asBoolean()).isTrue();
    assertThat(checked.path("records").asLong()).isPositive();
    assertThat(
            radcase.as("admin").postJson(TrailReader.ADDRESS + "/check", "{}").status())
        .isEqualTo(403);
  }
}
