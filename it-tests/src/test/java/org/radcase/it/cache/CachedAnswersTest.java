package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.Answer;
import org.radcase.it.Expect;
import org.radcase.it.People;
import org.radcase.it.RadCase;
import org.radcase.it.server.AtHand;

/** What is kept comes again as it came first, and only that. */
@ExtendWith(AtHand.class)
class CachedAnswersTest {
  private static final String MISS = "radcase; fwd=uri-miss; stored";
  private static final String HIT = "radcase; hit";

  private static byte[] unpacked(Answer answer) throws IOException {
    var packed = new ByteArrayInputStream(answer.bytes());
    return switch (answer.header("Content-Encoding")) {
      case "gzip" -> new GZIPInputStream(packed).readAllBytes();
      case "deflate" -> new InflaterInputStream(packed).readAllBytes();
      default -> answer.bytes();
    };
  }

  private static void assertHit(Answer answer) {
    assertThat(answer.header("X-Cache")).as(answer.toString()).isEqualTo("HIT");
    assertThat(answer.header("Cache-Status")).startsWith(HIT);
  }

  private static void assertUntouched(Answer answer) {
    assertThat(answer.headers("X-Cache")).as(answer.toString()).isEmpty();
    assertThat(answer.headers("Cache-Status")).as(answer.toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_second_read_is_a_hit_and_the_same_to_the_byte(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");

    var first = director.get(scene.address(route));
    var second = director.get(scene.address(route));

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.header("X-Cache")).isEqualTo("MISS");
    assertThat(first.header("Cache-Status")).startsWith(MISS);
    assertHit(second);
    assertThat(Told.by(second)).isEqualTo(Told.by(first));
    assertThat(second.header("ETag")).isNotBlank();
    assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
    if (route == Route.LIST) assertThat(second.header("X-Total-Count")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void who_sees_the_same_shares_it(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var told = Told.by(radcase.as("learner").get(scene.address(route)));

    var other = People.aNew(radcase, "learner").get(scene.address(route));

    assertHit(other);
    assertThat(Told.by(other)).isEqualTo(told);
  }

  @ParameterizedTest
  @EnumSource
  void what_belongs_to_one_request_is_never_kept(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    director.get(scene.address(route), "X-Request-Id", "first-of-two");

    var hit = director.get(scene.address(route), "X-Request-Id", "second-of-two");

    assertHit(hit);
    assertThat(hit.headers("X-Request-Id")).containsExactly("second-of-two");
    assertThat(hit.headers("X-Response-Time")).hasSize(1);
    assertThat(hit.headers("Server-Timing")).hasSize(1);
    assertThat(hit.headers("X-Content-Type-Options")).hasSize(1);
    assertThat(hit.headers("X-Cache")).hasSize(1);
    assertThat(hit.headers("Cache-Status")).hasSize(1);
    assertThat(hit.headers("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void who_has_it_already_gets_304_from_the_cache(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    var tag = director.get(scene.address(route)).header("ETag");

    var again = director.get(scene.address(route), "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertHit(again);
    var changed = director.get(scene.address(route), "If-None-Match", "\"another\"");
    assertThat(changed.status()).isEqualTo(200);
  }

  @Test
  void a_new_text_leaves_what_is_counted(RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    for (var route : Route.values()) director.get(scene.address(route));

    scene.patch("{\"findings\": \"Hydronephrosis, better seen\"}");

    assertHit(director.get(scene.address(Route.FACETS)));
    assertThat(director.get(scene.address(Route.LIST)).header("X-Cache")).isEqualTo("MISS");
    assertThat(director.get(scene.address(Route.CASE)).header("X-Cache")).isEqualTo("MISS");
  }

  @Test
  void another_category_is_counted_at_once(RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    director.get(scene.address(Route.FACETS));

    scene.patch("{\"category\": \"vascular\"}");

    var facets = director.get(scene.address(Route.FACETS));
    assertThat(facets.header("X-Cache")).isEqualTo("MISS");
    assertThat(facets.text()).contains("vascular");
  }

  @ParameterizedTest
  @CsvSource({"CASE,gzip", "CASE,deflate", "CASE,identity", "LIST,gzip", "MANIFEST,gzip"})
  void each_coding_comes_as_it_would_without_a_cache(Route route, String coding, RadCase radcase)
      throws IOException {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    var address = scene.address(route);
    var plain = director.get(address, "Accept-Encoding", "identity");

    var first = director.get(address, "Accept-Encoding", coding);
    var second = director.get(address, "Accept-Encoding", coding);

    assertThat(first.header("Content-Encoding")).isIn(coding, "");
    if (route == Route.CASE && !coding.equals("identity"))
      assertThat(first.header("Content-Encoding")).isEqualTo(coding);
    assertThat(Told.by(second)).isEqualTo(Told.by(first));
    assertHit(second);
    assertThat(unpacked(second)).isEqualTo(plain.bytes());
    assertThat(Told.by(director.get(address, "Accept-Encoding", "identity")))
        .isEqualTo(Told.by(plain));
    assertThat(director
            .get(address, "Accept-Encoding", coding, "X-No-Compression", "1")
            .bytes())
        .isEqualTo(plain.bytes());
  }

  @Test
  void each_coding_is_confirmed_by_its_own_tag(RadCase radcase) {
    var address = CaseScene.at(radcase).address(Route.CASE);
    var director = radcase.as("director");
    var plain = director.get(address).header("ETag");
    var coded = director.get(address, "Accept-Encoding", "gzip").header("ETag");

    assertThat(coded).isNotEqualTo(plain);
    var confirmed = director.get(address, "Accept-Encoding", "gzip", "If-None-Match", coded);
    assertThat(confirmed.status()).isEqualTo(304);
    assertThat(confirmed.header("ETag")).isEqualTo(coded);
    assertHit(confirmed);
  }

  @Test
  void parameters_in_another_order_find_the_same_entry(RadCase radcase) {
    var list = CaseScene.at(radcase).address(Route.LIST);
    var query = list.substring(list.indexOf('?') + 1);
    var director = radcase.as("director");
    var first = director.get("api/cases?" + query + "&sort=title&limit=5");

    var second = director.get("api/cases?limit=5&sort=title&" + query);

    assertHit(second);
    assertThat(second.bytes()).isEqualTo(first.bytes());
  }

  @Test
  void other_parameters_find_another_entry(RadCase radcase) {
    var list = CaseScene.at(radcase).address(Route.LIST);
    var director = radcase.as("director");
    director.get(list + "&limit=5");

    for (var other : List.of("&limit=6", "&limit=5&page=2", "&limit=5&sort=title", "")) {
      assertThat(director.get(list + other).header("X-Cache")).as(other).isEqualTo("MISS");
    }
  }

  @Test
  void a_refusal_is_never_kept(RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var learner = radcase.as("learner");
    scene.patch("{\"visibility\": \"private\"}");
    for (var route : List.of(Route.CASE, Route.MANIFEST)) {
      for (var i = 0; i < 2; i++) {
        var refused = learner.get(scene.address(route));
        Expect.problem(refused, 404, "case.not-found");
        assertThat(refused.header("X-Cache")).isNotEqualTo("HIT");
      }
    }

    scene.patch("{\"visibility\": \"institution\"}");

    for (var route : Route.values())
      assertThat(learner.get(scene.address(route)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/cases?page=0", "api/cases/facets?colour=red", "api/cases/nonsense"})
  void a_fault_is_never_kept(String address, RadCase radcase) {
    var first = radcase.get(address);
    var second = radcase.get(address);

    assertThat(first.status()).isBetween(400, 499);
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.header("X-Cache")).isNotEqualTo("HIT");
    assertThat(second.json().path("incident")).isNotEqualTo(first.json().path("incident"));
  }

  @ParameterizedTest
  @EnumSource
  void strangers_get_nothing_of_what_is_kept(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var tag = radcase.as("director").get(scene.address(route)).header("ETag");

    var stranger = radcase.asStranger();

    Expect.problem(stranger.get(scene.address(route)), 401, "auth.required");
    Expect.problem(stranger.get(scene.address(route), "If-None-Match", tag), 401, "auth.required");
  }

  @ParameterizedTest
  @EnumSource
  void HEAD_tells_what_GET_would_and_spoils_nothing(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");

    var before = director.send("HEAD", scene.address(route), "", "");
    var got = director.get(scene.address(route));
    var after = director.send("HEAD", scene.address(route), "", "");

    for (var head : List.of(before, after)) {
      assertThat(head.status()).as(head.toString()).isEqualTo(200);
      assertThat(head.bytes()).isEmpty();
      assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
    }
    assertThat(got.bytes()).isNotEmpty();
    assertThat(director.get(scene.address(route)).bytes()).isEqualTo(got.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "learner,api/auth/me",
    "learner,api/auth/sessions",
    "learner,api/cases/revealed",
    "admin,api/admin/users",
    "admin,api/admin/audit",
    "operator,api/admin/caches",
    "operator,api/admin/database"
  })
  void what_is_personal_is_never_kept(String who, String address, RadCase radcase) {
    for (var i = 0; i < 2; i++) {
      var answer = radcase.as(who).get(address);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertUntouched(answer);
    }
  }

  @Test
  void pixels_go_their_own_way(RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var director = radcase.as("director");
    var frame = director.get(scene.imaged().series().at("/frames/0/href").asText());

    assertThat(frame.status()).as(frame.toString()).isEqualTo(200);
    assertThat(frame.header("Cache-Control")).isEqualTo("private, max-age=2592000, immutable");
    assertUntouched(frame);
    assertUntouched(director.get(scene.imaged().file()));
    var part = director.get(scene.imaged().file(), "Range", "bytes=128-131");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("DICM");
    var whole = director.get(scene.address(Route.CASE));
    var again = director.get(scene.address(Route.CASE), "Range", "bytes=0-3");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.bytes()).isEqualTo(whole.bytes());
  }

  @Test
  void who_reveals_a_case_sees_it_at_once_and_nobody_else_does(RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var learner = People.aNew(radcase, "learner");
    var other = radcase.as("learner");
    var study = Told.by(other.get(scene.address(Route.CASE)));
    assertHit(learner.get(scene.address(Route.CASE)));

    var revealed =
        learner.postJson(scene.address(Route.CASE) + "/reveal", "{\"differential\": [\"Stone\"]}");

    assertThat(revealed.status()).as(revealed.toString()).isEqualTo(200);
    var full = learner.get(scene.address(Route.CASE));
    assertThat(full.json().path("view").asText()).isEqualTo("full");
    assertThat(full.text()).contains(CaseScene.DIAGNOSIS);
    assertThat(Told.by(other.get(scene.address(Route.CASE)))).isEqualTo(study);
    var revealedNow = learner.get("api/cases/revealed").text();
    assertThat(revealedNow).contains(scene.imaged().id());
  }

  @ParameterizedTest
  @EnumSource
  void signing_out_shuts_what_is_kept_at_once(Route route, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var learner = People.aNew(radcase, "learner");
    learner.get(scene.address(route));
    assertHit(learner.get(scene.address(route)));

    assertThat(learner.postJson("api/auth/logout", "{}").status()).isEqualTo(204);

    Expect.problem(learner.get(scene.address(route)), 401, "auth.required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"role\": \"educator\"}", "{\"active\": false}"})
  void another_role_or_none_shuts_what_is_kept_at_once(String patch, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var learner = People.aNew(radcase, "learner");
    learner.get(scene.address(Route.CASE));
    assertHit(learner.get(scene.address(Route.CASE)));

    scene.patchPerson(learner, patch);

    Expect.problem(learner.get(scene.address(Route.CASE)), 401, "auth.required");
  }

  @ParameterizedTest
  @EnumSource
  void a_write_is_seen_by_everybody_in_the_very_next_read(Write write, RadCase radcase) {
    var scene = CaseScene.at(radcase);
    var questions = scene.questions();
    for (var i = 0; i < 2; i++) questions.forEach(Question::ask);
    var before = questions.stream().map(it -> Told.by(it.ask())).toList();

    try {
      write.happen(scene);

      var after = questions.stream().map(it -> Told.by(it.ask())).toList();
      CacheAdministrator.of(radcase).clear();
      for (var i = 0; i < questions.size(); i++) {
        var question = questions.get(i);
        assertThat(after.get(i)).as(question.toString()).isEqualTo(Told.by(question.ask()));
      }
      if (write.isSeen()) assertThat(after).isNotEqualTo(before);
    } finally {
      write.undo(scene);
    }
  }
}
