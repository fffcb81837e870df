package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** RFC 9110, section 13, as cases keep it: the tag is revision, view and coding; writes look at the revision. */
@ExtendWith(AtHand.class)
class CasePreconditionsTest {
  private static final String PATCH = "{\"title\": \"Changed\"}";

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void a_write_must_say_which_revision_it_means(String method, RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";

    var answer = method.equals("DELETE")
        ? radcase.delete(address)
        : radcase.send(method, address, type, PATCH);

    Expect.problem(answer, 428, "precondition.required");
    assertThat(radcase.get(address).json().path("revision").asInt()).isEqualTo(1);
  }

  @Test
  void the_tag_as_received_opens_the_write_and_gives_a_new_one(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var tag = radcase.get(address, "Accept-Encoding", "gzip").header("ETag");

    var patched = radcase.patch(address, PATCH, "If-Match", tag);

    assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
    assertThat(patched.header("ETag"))
        .startsWith("\"2")
        .isEqualTo(radcase.get(address).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"1-full\"", "\"1-study-gzip\"", "\"9\", \"1\"", "*"})
  void these_mean_the_first_revision(String ifMatch, RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));

    assertThat(radcase.patch(address, PATCH, "If-Match", ifMatch).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"10\"", "\"\"", "\"x\"", "W/\"1\"", "\"2\", \"3\""})
  void these_do_not(String ifMatch, RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));

    Expect.problem(radcase.patch(address, PATCH, "If-Match", ifMatch), 412, "case.stale");
    Expect.problem(radcase.delete(address, "If-Match", ifMatch), 412, "case.stale");
    assertThat(radcase.get(address).json().path("revision").asInt()).isEqualTo(1);
  }

  @Test
  void an_old_revision_is_stale(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    radcase.patch(address, PATCH, "If-Match", "\"1\"");

    Expect.problem(radcase.patch(address, PATCH, "If-Match", "\"1\""), 412, "case.stale");
    Expect.problem(radcase.putJson(address, "{}", "If-Match", "\"1\""), 412, "case.stale");
    Expect.problem(radcase.delete(address, "If-Match", "\"1\""), 412, "case.stale");
  }

  @Test
  void of_writers_at_once_only_one_wins(RadCase radcase)
      throws InterruptedException, ExecutionException {
    var address = Given.addressOf(Given.aCase(radcase));
    var writers = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> write =
          () -> radcase.patch(address, PATCH, "If-Match", "\"1\"").status();
      var answers = writers.invokeAll(Stream.generate(() -> write).limit(8).toList());

      var statuses = answers.stream().map(CasePreconditionsTest::value).sorted().toList();
      assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    } finally {
      writers.shutdown();
    }
  }

  private static int value(java.util.concurrent.Future<Integer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_has_the_case_already_gets_304_and_no_body(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var tag = radcase.get(address).header("ETag");

    var again = radcase.get(address, "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void who_has_an_old_case_gets_the_new_one(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var tag = radcase.get(address).header("ETag");
    radcase.patch(address, PATCH, "If-Match", tag);

    assertThat(radcase.get(address, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void a_list_can_be_had_already_too_until_a_case_in_it_changes(RadCase radcase) {
    var tag = Given.aTag();
    var fields = Given.json();
    fields.putArray("tags").add(tag);
    var address = Given.addressOf(Given.aCase(radcase, fields));
    var list = radcase.get("api/cases?tag=" + tag);

    assertThat(list.header("ETag")).startsWith("W/\"");
    assertThat(radcase
            .get("api/cases?tag=" + tag, "If-None-Match", list.header("ETag"))
            .status())
        .isEqualTo(304);

    radcase.patch(address, PATCH, "If-Match", "\"1\"");

    assertThat(radcase
            .get("api/cases?tag=" + tag, "If-None-Match", list.header("ETag"))
            .status())
        .isEqualTo(200);
  }
}
