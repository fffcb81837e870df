package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class CasesTest {
  private static final String EVERY_FIELD =
      """
      {"title": "Obstructing ureteral stone", "presentation": "Flank pain and fever, woman, 58",
       "modality": "CT", "bodyPart": "ABDOMEN", "category": "abdominal", "difficulty": 3,
       "clinicalHistory": "Three days of *left* flank pain.\\nTemperature 39.1 °C. 痛み",
       "findings": "Hydronephrosis", "diagnosis": "Ureterolithiasis",
       "differential": ["Pyelonephritis", "Renal infarct"], "teachingPoints": ["Look at the fat"],
       "studentNotes": "Find both kidneys first", "fellowNotes": "Dual energy",
       "acgmeDomains": [], "tags": ["stone", "emergency"], "references": ["Radiology 2024;1:1"],
       "visibility": "private", "sharedWith": []}""";

  @Test
  void a_new_case_keeps_every_field_and_tells_its_address(RadCase radcase) throws IOException {
    var made = radcase.postJson("api/cases", EVERY_FIELD);

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var location = URI.create(made.header("Location"));
    var read = radcase.get(radcase.base().resolve(location).toString());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(made.json());
    var sent = new ObjectMapper().readTree(EVERY_FIELD);
    sent.fieldNames()
        .forEachRemaining(
            name -> assertThat(read.json().get(name)).as(name).isEqualTo(sent.get(name)));
  }

  @Test
  void an_empty_case_is_a_draft_with_empty_texts_and_nulls(RadCase radcase) {
    var made = Given.aCase(radcase, Given.json());

    assertThat(made.path("id").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(made.path("revision").asInt()).isEqualTo(1);
    assertThat(made.path("status").asText()).isEqualTo("draft");
    assertThat(made.path("imageCount").asInt()).isZero();
    for (var text : new String[] {
      "title", "presentation", "clinicalHistory", "findings", "diagnosis", "studentNotes"
    }) {
      assertThat(made.get(text).asText("absent")).as(text).isEmpty();
    }
    for (var unset :
        new String[] {"modality", "bodyPart", "category", "difficulty", "publishedAt", "thumbnail"
        }) {
      assertThat(made.path(unset).isNull()).as(unset).isTrue();
    }
    assertThat(made.path("author").path("name").asText()).isNotBlank();
    assertThat(made.path("createdAt").asText())
        .endsWith("Z")
        .isEqualTo(made.path("updatedAt").asText());
  }

  @Test
  void a_replaced_case_loses_what_is_not_named(RadCase radcase) throws IOException {
    var made = Given.aCase(radcase, (com.fasterxml.jackson.databind.node.ObjectNode)
        new ObjectMapper().readTree(EVERY_FIELD));

    var replaced =
        radcase.putJson(Given.addressOf(made), "{\"title\": \"Only this\"}", "If-Match", "\"1\"");

    assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
    assertThat(replaced.json().path("revision").asInt()).isEqualTo(2);
    assertThat(replaced.json().path("title").asText()).isEqualTo("Only this");
    assertThat(replaced.json().path("findings").asText("absent")).isEmpty();
    assertThat(replaced.json().path("tags")).isEmpty();
    assertThat(replaced.json().path("modality").isNull()).isTrue();
  }

  @Test
  void a_patch_changes_what_it_names_and_null_takes_away(RadCase radcase) throws IOException {
    var made = Given.aCase(radcase, (com.fasterxml.jackson.databind.node.ObjectNode)
        new ObjectMapper().readTree(EVERY_FIELD));

    var patched = radcase.patch(
        Given.addressOf(made),
        "{\"difficulty\": 5, \"modality\": null, \"tags\": [\"one\"]}",
        "If-Match",
        "\"1\"");

    assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
    assertThat(patched.json().path("difficulty").asInt()).isEqualTo(5);
    assertThat(patched.json().path("modality").isNull()).isTrue();
    assertThat(patched.json().path("tags").toString()).isEqualTo("[\"one\"]");
    assertThat(patched.json().path("findings").asText()).isEqualTo("Hydronephrosis");
  }

  @Test
  void a_deleted_case_is_gone(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));

    var deleted = radcase.delete(address, "If-Match", "\"1\"");

    assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
    assertThat(deleted.bytes()).isEmpty();
    Expect.problem(radcase.get(address), 404, "case.not-found");
    Expect.problem(radcase.delete(address, "If-Match", "\"1\""), 404, "case.not-found");
  }

  @Test
  void all_faults_are_told_at_once(RadCase radcase) {
    var answer = radcase.postJson(
        "api/cases",
        """
        {"title": 3, "modality": "XX", "bodyPart": "ELBOWISH", "category": "none", "difficulty": 6,
         "tags": ["ok", ""], "status": "open", "visibility": "everyone", "colour": "red"}""");

    Expect.faults(
        answer,
        "/title",
        "/modality",
        "/bodyPart",
        "/category",
        "/difficulty",
        "/tags/1",
        "/status",
        "/visibility",
        "/colour");
  }

  @ParameterizedTest
  @CsvSource({"id", "revision", "author", "createdAt", "imageCount", "thumbnail", "publishedAt"})
  void what_the_server_decides_cannot_be_sent(String field, RadCase radcase) {
    Expect.faults(radcase.postJson("api/cases", "{\"" + field + "\": null}"), "/" + field);
  }

  @ParameterizedTest
  @CsvSource({
    "title,300",
    "presentation,300",
    "clinicalHistory,20000",
    "findings,20000",
    "diagnosis,300"
  })
  void a_text_may_be_this_long_and_no_longer(String field, int most, RadCase radcase) {
    var longest =
        radcase.postJson("api/cases", Given.json().put(field, "ä".repeat(most)).toString());
    var tooLong = radcase.postJson(
        "api/cases", Given.json().put(field, "ä".repeat(most + 1)).toString());

    assertThat(longest.status()).as(longest.toString()).isEqualTo(201);
    assertThat(longest.json().path(field).asText()).hasSize(most);
    Expect.faults(tooLong, "/" + field);
  }

  @ParameterizedTest
  @CsvSource({"differential", "teachingPoints", "tags", "references"})
  void a_list_takes_fifty_entries(String field, RadCase radcase) {
    var list = Given.json();
    var entries = list.putArray(field);
    for (var i = 0; i < 50; i++) entries.add("entry " + i);
    assertThat(radcase.postJson("api/cases", list.toString()).status()).isEqualTo(201);

    entries.add("one more");

    Expect.faults(radcase.postJson("api/cases", list.toString()), "/" + field);
  }

  @ParameterizedTest
  @CsvSource({"\\u0000", "\\ud800", "\\udc00x"})
  void text_that_is_no_text_is_refused(String escaped, RadCase radcase) {
    var answer = radcase.postJson("api/cases", "{\"findings\": \"a" + escaped + "b\"}");

    assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
    Expect.problem(answer, answer.status(), answer.json().path("code").asText());
  }

  @Test
  void publishing_names_everything_that_is_missing(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase, Given.json()));

    var answer = radcase.patch(address, "{\"status\": \"published\"}", "If-Match", "\"1\"");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().path("errors").size()).isGreaterThanOrEqualTo(3);
    assertThat(radcase.get(address).json().path("status").asText()).isEqualTo("draft");
  }

  @Test
  void revealing_answers_the_whole_case(RadCase radcase) {
    var address =
        Given.addressOf(Given.aCase(radcase, Given.json().put("diagnosis", "Ureterolithiasis")));

    var revealed =
        radcase.postJson(address + "/reveal", "{\"differential\": [\"Stone\"], \"confidence\": 4}");

    assertThat(revealed.status()).as(revealed.toString()).isEqualTo(200);
    assertThat(revealed.json().path("diagnosis").asText()).isEqualTo("Ureterolithiasis");
    assertThat(revealed.header("Cache-Control")).contains("no-store");
    Expect.faults(
        radcase.postJson(address + "/reveal", "{\"differential\": [], \"confidence\": 9}"),
        "/confidence");
  }
}
