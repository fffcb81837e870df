package org.radcase.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.problem.Problem.Fault;

class FieldsTest {
  @Test
  void absent_and_null_read_as_nothing() {
    for (var body : List.of("{}", "{\"a\": null}")) {
      var fields = fields(body);

      assertThat(fields.line("a", 10)).isEmpty();
      assertThat(fields.text("a", 10)).isEmpty();
      assertThat(fields.lines("a", 10, 10)).isEmpty();
      assertThat(fields.values("a", 10, Optional::of, "anything")).isEmpty();
      assertThat(fields.value("a", Optional::of, "anything")).isEmpty();
      assertThat(fields.wholeNumber("a", 1, 5)).isEmpty();
      fields.check();
    }
  }

  @Test
  void texts_are_stripped_and_counted_in_characters_not_in_units() {
    var fields = fields("{\"a\": \"  𝔸𝔸𝔸 \"}");

    assertThat(fields.text("a", 3)).isEqualTo("𝔸𝔸𝔸");
    fields.check();
  }

  @Test
  void a_text_may_have_lines_and_a_line_may_not() {
    assertThat(fields("{\"a\": \"b\\nc\\td\"}").text("a", 10)).isEqualTo("b\nc\td");
    for (var end : List.of("\\n", "\\r", "\\r\\n")) {
      var fields = fields("{\"a\": \"b" + end + "c\", \"d\": [\"b" + end + "c\"]}");
      fields.line("a", 10);
      fields.lines("d", 10, 10);

      assertThat(faults(fields)).extracting(Fault::pointer).containsExactly("/a", "/d/0");
    }
  }

  @Test
  void what_postgresql_cannot_keep_is_refused() {
    for (var bad : List.of("\\u0000", "\\u001b", "\\ud800", "\\udc00x", "\\udc00\\ud800")) {
      var fields = fields("{\"a\": \"x" + bad + "\"}");
      fields.text("a", 100);

      assertThat(faults(fields)).extracting(Fault::code).containsExactly("text.characters");
    }
  }

  @Test
  void faults_name_where_they_are_as_json_pointers() {
    var fields = fields("{\"a/b~c\": 1, \"list\": [\"x\", 7, \"\"]}");
    fields.lines("list", 10, 10);

    assertThat(faults(fields))
        .extracting(Fault::pointer)
        .containsExactly("/list/1", "/list/1", "/list/2", "/a~1b~0c");
  }

  @Test
  void a_very_long_unknown_name_is_not_sent_back_whole() {
    var fields = fields("{\"" + "x".repeat(10_000) + "\": 1}");

    assertThat(faults(fields).get(0).detail()).hasSizeLessThan(120);
  }

  @Test
  void of_very_many_unknown_fields_the_first_are_told_and_every_other_fault() {
    var body = new StringBuilder("{\"a\": 1");
    for (var i = 0; i < 10_000; i++) body.append(", \"f").append(i).append("\": 0");
    var fields = fields(body.append("}").toString());
    fields.text("a", 10);

    assertThat(faults(fields))
        .hasSize(51)
        .extracting(Fault::pointer)
        .startsWith("/a", "/f0", "/f1")
        .endsWith("/f49");
  }

  @Test
  void values_are_unique_and_allowed() {
    var fields = fields("{\"a\": [\"x\", \"X\", \"y\", 1]}");

    var values = fields.values(
        "a", 10, text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter("x"::equals), "x");

    assertThat(values).containsExactly("x");
    assertThat(faults(fields))
        .extracting(Fault::code)
        .containsExactly("list.duplicate", "value.not-allowed", "value.not-allowed");
  }

  @Test
  void a_fault_of_an_entry_is_a_fault_of_the_field() {
    var fields = fields("{\"a\": [1], \"ab\": \"x\"}");
    fields.lines("a", 10, 10);
    fields.text("ab", 10);

    assertThat(fields.hasFault("a")).isTrue();
    assertThat(fields.hasFault("ab")).isFalse();
  }

  @Test
  void faults_and_unknown_fields_within_objects_name_where_they_are() {
    var fields = fields(
        """
        {"window": {"width": 0, "level": 1}, "cells": [{"frame": 1}, null, 7, {"frame": 0, "x": 1}]}""");
    var window = fields.object("window").orElseThrow();
    window.number("width", 0.5, 10);
    for (var cell : fields.objects("cells", 10)) {
      if (cell.wholeNumber("frame", 1, 5).isEmpty())
        assertThat(cell.hasFault("frame")).isTrue();
      else assertThat(cell.hasFault("frame")).isFalse();
    }

    assertThat(faults(fields))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/window/width", "number.range"),
            tuple("/window/level", "field.unknown"),
            tuple("/cells/1", "type.object"),
            tuple("/cells/2", "type.object"),
            tuple("/cells/3/frame", "number.range"),
            tuple("/cells/3/x", "field.unknown"));
  }

  @Test
  void a_list_of_objects_may_have_gaps_where_it_is_told_so() {
    var fields = fields("{\"cells\": [null, {}]}");

    assertThat(fields.objectsOrNulls("cells", 2))
        .extracting(Optional::isPresent)
        .containsExactly(false, true);
    fields.check();
  }

  @Test
  void a_list_of_objects_that_is_too_long_is_one_fault() {
    var fields = fields("{\"cells\": [{}, {}, {}]}");

    assertThat(fields.objects("cells", 2)).isEmpty();
    assertThat(faults(fields)).extracting(Fault::code).containsExactly("list.too-long");
  }

  @Test
  void a_number_is_finite_and_within_its_range() {
    var fields =
        fields("{\"a\": 1.5, \"b\": 2, \"c\": 1e999, \"d\": \"1\", \"e\": -0.1, \"f\": null}");

    assertThat(fields.number("a", 0, 2)).hasValue(1.5);
    assertThat(fields.number("b", 0, 2)).hasValue(2);
    for (var name : List.of("c", "d", "e", "f", "g")) {
      assertThat(fields.number(name, 0, 2)).isEmpty();
    }
    assertThat(faults(fields)).extracting(Fault::pointer).containsExactly("/c", "/d", "/e");
  }

  @Test
  void of_entries_that_are_not_allowed_there_is_one_fault() {
    var fields = fields("{\"a\": [1, \"x\", \"y\"], \"b\": [1, 2]}");

    assertThat(fields.entries("a", 3, FieldsTest::number, "a number")).isEmpty();
    assertThat(fields.entries("b", 3, FieldsTest::number, "a number")).containsExactly(1, 2);
    assertThat(faults(fields)).extracting(Fault::pointer).containsExactly("/a");
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  @Test
  void what_is_required_is_neither_absent_nor_null() {
    var fields = fields("{\"a\": null, \"b\": 0}");

    fields.required("a", "b", "c");

    assertThat(faults(fields)).extracting(Fault::pointer).containsExactly("/a", "/c");
  }

  @Test
  void a_patch_that_is_no_object_is_refused() throws JsonProcessingException {
    var stored = Json.MAPPER.readTree("{\"a\": 1}");
    var patch = Json.MAPPER.readTree("null");

    var problem = catchThrowableOfType(Problem.class, () -> Fields.patched(stored, patch));

    assertThat(problem.kind().code()).isEqualTo("body.invalid");
  }

  private static List<Fault> faults(Fields fields) {
    var problem = catchThrowableOfType(Problem.class, fields::check);
    assertThat(problem).isNotNull();
    return problem.faults();
  }

  private static Fields fields(String body) {
    try {
      return new Fields(Json.MAPPER.readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }
}
