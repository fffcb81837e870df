package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Cases to start a test from. Each test makes its own, since the server is shared. */
public final class Given {
  private Given() {}

  /** A draft with no more than a presentation. */
  public static JsonNode aCase(RadCase radcase) {
    return aCase(radcase, json().put("presentation", "Flank pain and fever, woman, 58"));
  }

  public static JsonNode aCase(RadCase radcase, ObjectNode fields) {
    var made = radcase.postJson("api/cases", fields.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json();
  }

  public static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A tag that no other test uses, to find one's own cases by. */
  public static String aTag() {
    return "tag-" + UUID.randomUUID();
  }

  public static String addressOf(JsonNode teachingCase) {
    return "api/cases/" + teachingCase.path("id").asText();
  }
}
