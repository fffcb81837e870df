package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** RFC 9110 §13.1.1, of writes. */
class IfMatchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7\"",
        "\"7-full\"",
        "\"7-full-gzip\"",
        "\"7-study-deflate\"",
        "  \"7-full\"  ",
        "\"6\", \"7\"",
        "\"a,b\",\"7\"",
        ", ,\"7\" , ,",
        "W/\"8\", \"7\"",
        "*",
        " * "
      })
  void these_mean_revision_7(String header) {
    assertThat(IfMatch.parse(header).includes(7)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"8\"",
        "\"77\"",
        "\"7full\"",
        "\"full-7\"",
        "W/\"7\"",
        "\"-7\"",
        "\"7777777777\""
      })
  void these_are_well_formed_and_mean_other_revisions(String header) {
    assertThat(IfMatch.parse(header).includes(7)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "7",
        "\"7",
        "7\"",
        "\"7\"x",
        "\"7\" \"8\"",
        "\"7\", 8",
        "*, \"7\"",
        "w/\"7\"",
        "\"7\"; q=1",
        "\"\u0000\"",
        "'7'"
      })
  void these_are_malformed(String header) {
    var problem = catchThrowableOfType(Problem.class, () -> IfMatch.parse(header));

    assertThat(problem.kind()).isEqualTo(HttpProblem.MALFORMED_REQUEST);
  }

  @Test
  void a_write_without_it_is_refused() {
    var problem = catchThrowableOfType(Problem.class, () -> IfMatch.parse(null));

    assertThat(problem.kind()).isEqualTo(HttpProblem.PRECONDITION_REQUIRED);
  }

  @Test
  void a_very_long_list_is_read_in_one_go() {
    assertThat(IfMatch.parse("\"1\",".repeat(100_000) + "\"7\"").includes(7)).isTrue();
  }
}
