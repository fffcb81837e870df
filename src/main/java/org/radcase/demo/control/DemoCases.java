package org.radcase.demo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.phantom.Phantom;

/** The demo cases, as {@code cases.json} tells them. */
public final class DemoCases {
  private static final String RESOURCE = "/org/radcase/demo/cases.json";

  private DemoCases() {}

  /** All of them, in the order of the file. */
  public static List<DemoCase> all() {
    try (var file = DemoCases.class.getResourceAsStream(RESOURCE)) {
      if (file == null) throw new IllegalStateException(RESOURCE + " is not in the WAR");
      var cases = new ArrayList<DemoCase>();
      for (var node : new ObjectMapper().readTree(file)) {
        cases.add(read(cases.size() + 1, node));
      }
      return List.copyOf(cases);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  private static DemoCase read(int number, JsonNode node) {
    return new DemoCase(
        number,
        Phantom.valueOf(text(node, "phantom")),
        text(node, "title"),
        text(node, "presentation"),
        text(node, "sex"),
        node.path("age").asInt(),
        text(node, "modality"),
        text(node, "bodyPart"),
        text(node, "category"),
        node.path("difficulty").asInt(),
        text(node, "clinicalHistory"),
        text(node, "findings"),
        text(node, "diagnosis"),
        texts(node, "differential"),
        texts(node, "teachingPoints"),
        text(node, "studentNotes"),
        text(node, "fellowNotes"),
        texts(node, "acgmeDomains"),
        texts(node, "tags"),
        texts(node, "references"),
        !node.path("status").asText("published").equals("draft"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static List<String> texts(JsonNode node, String field) {
    var texts = new ArrayList<String>();
    for (var text : node.path(field)) texts.add(text.asText());
    return texts;
  }
}
