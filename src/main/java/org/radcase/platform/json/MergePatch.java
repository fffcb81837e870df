package org.radcase.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch. Source: RFC 7396 §2. */
public final class MergePatch {
  private MergePatch() {}

  /**
   * Returns the target as the patch changes it; neither of them changes. The recursion is as deep
   * as the patch, which {@link Json#read} bounds.
   */
  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode)) return patch;
    var merged = target instanceof ObjectNode object
        ? JsonNodeFactory.instance.objectNode().setAll(object)
        : JsonNodeFactory.instance.objectNode();
    var result = (ObjectNode) merged;
    patch.properties().forEach(field -> {
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        var before = result.path(field.getKey());
        result.set(field.getKey(), apply(before, field.getValue()));
      }
    });
    return result;
  }
}
