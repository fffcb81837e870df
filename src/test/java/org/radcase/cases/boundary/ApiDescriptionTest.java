package org.radcase.cases.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.json.Json;

/** What the build wrote about the API agrees with the code. */
class ApiDescriptionTest {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode api = read();

  @Test
  void every_operation_has_an_id_of_its_own_a_summary_a_tag_and_the_problem_answer() {
    var ids = new HashSet<String>();
    operations().forEach(operation -> {
      var id = operation.path("operationId").asText();
      assertThat(ids.add(id)).as("%s is given once", id).isTrue();
      assertThat(operation.path("summary").asText()).as(id).isNotBlank();
      assertThat(operation.path("tags")).as(id).isNotEmpty();
      assertThat(operation.at("/responses/default/$ref").asText())
          .as(id)
          .isEqualTo("#/components/responses/problem");
    });
    assertThat(ids).contains("listCases", "countCases", "makeCase", "readCase", "revealCase");
  }

  @Test
  void every_reference_leads_somewhere() {
    for (var reference : api.findValuesAsText("$ref")) {
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void every_path_lies_below_api() {
    api.path("paths").fieldNames().forEachRemaining(path -> assertThat(path).startsWith("/api/"));
  }

  @Test
  void writes_need_if_match() {
    var one = api.path("paths").path("/api/cases/{id}");
    for (var method : List.of("put", "patch", "delete")) {
      assertThat(one.path(method).path("parameters").findValuesAsText("$ref"))
          .contains("#/components/parameters/If-Match");
    }
  }

  @Test
  void a_case_has_the_fields_that_it_travels_with() {
    var described = api.at("/components/schemas/CaseView/properties");
    var fields = Stream.of(CaseBody.class, CaseView.class)
        .flatMap(record -> Arrays.stream(record.getRecordComponents()))
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("body"))
        .toList();

    for (var field : fields) assertThat(described.has(field)).as(field).isTrue();
  }

  @Test
  void allowed_values_are_those_of_the_code() {
    var fields = api.at("/components/schemas/CaseBody/properties");

    assertThat(fields.at("/status/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            Arrays.stream(Status.values()).map(Status::term).toList());
    assertThat(fields.at("/visibility/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            Arrays.stream(Visibility.values()).map(Visibility::term).toList());
  }

  private Stream<JsonNode> operations() {
    return api.path("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private static JsonNode read() {
    try (var file = ApiDescriptionTest.class.getResourceAsStream("/openapi/openapi.json")) {
      assertThat(file).as("the build writes openapi.json").isNotNull();
      return Json.MAPPER.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
