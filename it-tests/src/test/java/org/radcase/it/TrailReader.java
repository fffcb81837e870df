package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The audit trail, as somebody who may read it finds it over HTTP. */
record TrailReader(RadCase reader) {
  static final String ADDRESS = "api/admin/audit";

  /** At most a hundred records that the query finds, the newest first. */
  List<JsonNode> records(String query) {
    var page = reader.get(ADDRESS + "?limit=100&" + query);
    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    return StreamSupport.stream(page.json().path("data").spliterator(), false).toList();
  }

  /** What was done and how it ended, the newest first. */
  List<String> actions(String query) {
    return records(query).stream()
        .map(it -> it.path("action").asText() + " " + it.path("outcome").asText())
        .toList();
  }

  JsonNode only(String query) {
    var found = records(query);
    assertThat(found).as(query).hasSize(1);
    return found.get(0);
  }

  JsonNode check() {
    var checked = reader.postJson(ADDRESS + "/check", "{}");
    assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    return checked.json();
  }
}
