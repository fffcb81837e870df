package org.radcase.cases.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.Author;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseTimes;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.json.Json;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.problem.Problem.Fault;

class CaseReaderTest {
  private static final InstitutionId SOUTH = new InstitutionId(new UUID(1, 2));

  @Test
  void an_empty_object_is_a_new_case() throws IOException {
    assertThat(CaseReader.whole(json("{}"), 0)).isEqualTo(CaseContent.EMPTY);
  }

  @Test
  void what_travels_out_can_travel_back_in() {
    for (var status : Status.values()) {
      for (var visibility : Visibility.values()) {
        var shared = visibility == Visibility.SHARED ? List.of(SOUTH) : List.<InstitutionId>of();
        var content = Contents.ofDiagnosis("Stone").with(new Sharing(status, visibility, shared));
        var body = Json.MAPPER.<JsonNode>valueToTree(CaseBody.of(content));

        assertThat(CaseReader.whole(body, 1)).isEqualTo(content);
      }
    }
  }

  @Test
  void all_faults_are_told_at_once() {
    var faults = faults("{\"title\": 1, \"difficulty\": 6, \"modality\": \"ct\", \"tags\": [\"a\","
        + " \"A\"], \"category\": \"heart\", \"sharedWith\": [\"" + SOUTH
        + "\"], \"colour\": \"red\", \"id\": \"x\"}");

    assertThat(faults)
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/title", "type.text"),
            tuple("/difficulty", "number.range"),
            tuple("/modality", "value.not-allowed"),
            tuple("/tags/1", "list.duplicate"),
            tuple("/category", "value.not-allowed"),
            tuple("/sharedWith", "shared-with.not-shared"),
            tuple("/colour", "field.unknown"),
            tuple("/id", "field.read-only"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"status\": \"PUBLISHED\"} | /status | value.not-allowed",
        "{\"visibility\": 3} | /visibility | value.not-allowed",
        "{\"difficulty\": 2.5} | /difficulty | number.range",
        "{\"difficulty\": 1e400} | /difficulty | number.range",
        "{\"difficulty\": 99999999999999999999} | /difficulty | number.range",
        "{\"difficulty\": \"3\"} | /difficulty | number.range",
        "{\"title\": \"a\\nb\"} | /title | text.one-line",
        "{\"title\": \"\\ud800\"} | /title | text.characters",
        "{\"findings\": \"\\u0000\"} | /findings | text.characters",
        "{\"differential\": \"Abscess\"} | /differential | type.list",
        "{\"differential\": [null]} | /differential/0 | type.text",
        "{\"differential\": [\" \"]} | /differential/0 | text.empty",
        "{\"acgmeDomains\": [\"skill\"]} | /acgmeDomains/0 | value.not-allowed",
        "{\"visibility\": \"shared\", \"sharedWith\": [\"x\"]} | /sharedWith/0 | value.not-allowed"
      })
  void a_liar_is_told_where(String body, String pointer, String code) {
    assertThat(faults(body)).extracting(Fault::pointer, Fault::code).contains(tuple(pointer, code));
  }

  @Test
  void lines_texts_and_lists_have_limits() throws IOException {
    var line = "x".repeat(CaseBody.LINE);
    var text = "é".repeat(CaseBody.TEXT);
    var list = "\"a\",".repeat(CaseBody.ENTRIES - 1) + "\"a\"]";
    assertThat(
            CaseReader.whole(json("{\"title\": \"" + line + "\"}"), 0).answer().title())
        .isEqualTo(line);
    CaseReader.whole(json("{\"findings\": \"" + text + "\", \"differential\": [" + list + "}"), 0);

    assertThat(faults("{\"title\": \"" + line + "x\"}"))
        .extracting(Fault::code)
        .containsExactly("text.too-long");
    assertThat(faults("{\"findings\": \"" + text + "x\"}"))
        .extracting(Fault::code)
        .containsExactly("text.too-long");
    assertThat(faults("{\"references\": [\"b\"," + list + "}"))
        .extracting(Fault::code)
        .containsExactly("list.too-long");
  }

  @Test
  void what_is_missing_for_publishing_is_told_with_the_other_faults() {
    assertThat(faults("{\"status\": \"published\", \"difficulty\": 9, \"diagnosis\": 7}"))
        .extracting(Fault::code)
        .containsExactlyInAnyOrder(
            "number.range", "type.text", "publish.question", "publish.images");
  }

  @Test
  void a_patch_changes_what_it_names_and_null_clears_it() throws IOException {
    var stored = stored(Contents.ofDiagnosis("Stone"));

    var patched = CaseReader.patched(
        stored, json("{\"diagnosis\": \"Abscess\", \"modality\": null, \"tags\": null}"));

    assertThat(patched.answer().diagnosis()).isEqualTo("Abscess");
    assertThat(patched.classification().modality()).isNull();
    assertThat(patched.teaching().tags()).isEmpty();
    assertThat(patched.question()).isEqualTo(stored.content().question());
  }

  @Test
  void an_empty_patch_changes_nothing() throws IOException {
    var stored = stored(Contents.ofDiagnosis("Stone"));

    assertThat(CaseReader.patched(stored, json("{}"))).isEqualTo(stored.content());
  }

  @Test
  void a_patch_that_removes_an_unknown_field_is_refused_too() {
    var stored = stored(Contents.ofDiagnosis("Stone"));

    var problem = catchThrowableOfType(
        Problem.class, () -> CaseReader.patched(stored, json("{\"colour\": null}")));

    assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/colour");
  }

  @Test
  void a_body_that_is_no_object_is_refused() {
    for (var body : List.of("[]", "null", "\"{}\"", "1", "true")) {
      var problem = catchThrowableOfType(Problem.class, () -> CaseReader.whole(json(body), 0));

      assertThat(problem.kind().code()).isEqualTo("body.invalid");
    }
  }

  private static TeachingCase stored(CaseContent content) {
    var now = Instant.parse("2026-11-20T08:00:00Z");
    return new TeachingCase(
        new CaseId(new UUID(0, 0)),
        7,
        content,
        new Author(new PersonId(new UUID(2, 1)), "Ada", SOUTH),
        new CaseTimes(now, now, null),
        Pictures.NONE);
  }

  private static List<Fault> faults(String body) {
    var problem = catchThrowableOfType(Problem.class, () -> CaseReader.whole(json(body), 0));
    assertThat(problem).as(body).isNotNull();
    return problem.faults();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
