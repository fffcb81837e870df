package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

/** What the contract promises of whole kinds of answers. */
public final class Expect {
  private Expect() {}

  /** A problem (RFC 9457) of this status and code, which tells nothing of the inside. */
  public static void problem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isNotBlank();
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).isNotBlank();
    assertThat(problem.path("incident").asText())
        .isNotBlank()
        .isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.text())
        .doesNotContain("Exception", "\tat ", "org.radcase", "SELECT ", "INSERT ", "java.")
        .doesNotContainPattern("(/[a-z]+){2,}/radcase\\.db");
  }

  /** A problem whose field errors stand at exactly these JSON pointers, in any order. */
  public static void faults(Answer answer, String... pointers) {
    problem(answer, 422, answer.json().path("code").asText());
    assertThat(pointersOf(answer)).containsExactlyInAnyOrder(pointers);
    for (var error : answer.json().path("errors")) {
      assertThat(error.path("code").asText()).isNotBlank();
      assertThat(error.path("detail").asText()).isNotBlank();
    }
  }

  static List<String> pointersOf(Answer problem) {
    return StreamSupport.stream(problem.json().path("errors").spliterator(), false)
        .map(error -> error.path("pointer").asText())
        .toList();
  }
}
