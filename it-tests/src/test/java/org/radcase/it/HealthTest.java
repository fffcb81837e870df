package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class HealthTest {
  private static final String DETAILS = "api/admin/health";

  @ParameterizedTest
  @ValueSource(strings = {"health", "health/live", "health/ready", "health/started", DETAILS})
  void a_running_server_says_that_it_is_up(String address, RadCase radcase) {
    var answer = radcase.get(address);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().get("status").asText()).isEqualTo("UP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "operator"})
  void administrators_see_every_check(String who, RadCase radcase) {
    var answer = radcase.as(who).get(DETAILS);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var kinds = new TreeMap<String, String>();
    for (var check : answer.json().path("checks")) {
      kinds.put(check.path("name").asText(), check.path("kind").asText());
      assertThat(check.path("status").asText()).as(check.toString()).isEqualTo("UP");
    }
    assertThat(kinds)
        .containsEntry("radcase", "live")
        .containsEntry("start", "started")
        .containsEntry("migrations", "started")
        .containsEntry("audit-spool", "ready")
        .containsEntry("caches", "ready")
        .containsEntry("clock", "ready")
        .containsEntry("database", "ready")
        .containsEntry("disk-space", "ready")
        .containsEntry("serving", "ready")
        .containsEntry("storage", "ready");
    assertThat(dataOf(answer, "database").path("product").asText()).isEqualTo("sqlite");
    assertThat(dataOf(answer, "migrations").path("version").asText()).isNotEmpty();
    assertThat(dataOf(answer, "disk-space").path("freeBytes").asLong()).isPositive();
    assertThat(dataOf(answer, "caches").path("redis").asText()).isIn("off", "away", "connected");
  }

  private static JsonNode dataOf(Answer answer, String name) {
    for (var check : answer.json().path("checks")) {
      if (check.path("name").asText().equals(name)) return check.path("data");
    }
    throw new AssertionError("No check is called " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"learner", "educator", "director"})
  void others_are_told_no_more_than_a_stranger(String who, RadCase radcase) {
    for (var each : new RadCase[] {radcase.as(who), radcase.asStranger()}) {
      assertThat(each.get(DETAILS).text()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void a_session_that_has_ended_and_a_token_that_is_none_are_a_stranger_too(RadCase radcase) {
    assertThat(radcase.withCookie("radcase-session=AAAA").get(DETAILS).text())
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(
            radcase.asStranger().get(DETAILS, "Authorization", "Bearer rct_A").text())
        .isEqualTo("{\"status\":\"UP\"}");
  }
}
