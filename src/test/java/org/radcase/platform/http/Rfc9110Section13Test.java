package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.platform.http.Preconditions.Decision;

/** RFC 9110 §13, of reads. */
class Rfc9110Section13Test {
  /** §8.8.3.2, the table of examples. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "W/\"1\", W/\"1\", false, true",
        "W/\"1\", W/\"2\", false, false",
        "W/\"1\", \"1\", false, true",
        "\"1\", \"1\", true, true"
      })
  void strong_and_weak_comparison(String one, String other, boolean strong, boolean weak) {
    assertThat(Preconditions.decide(one, null, other))
        .isEqualTo(strong ? Decision.PROCEED : Decision.FAILED);
    assertThat(Preconditions.decide(null, one, other))
        .isEqualTo(weak ? Decision.NOT_MODIFIED : Decision.PROCEED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "*, \"7\", NOT_MODIFIED",
        "`\"6\", \"7\"`, \"7\", NOT_MODIFIED",
        "`\"a,b\"`, `\"a,b\"`, NOT_MODIFIED",
        "`, ,\"7\"`, \"7\", NOT_MODIFIED",
        "\"7\", \"7-gzip\", PROCEED",
        "\"7-gzip\", \"7-gzip\", NOT_MODIFIED",
        "7, \"7\", PROCEED",
        "\"7, \"7\", PROCEED"
      })
  void if_none_match(String header, String tag, Decision decision) {
    assertThat(Preconditions.decide(null, header, tag)).isEqualTo(decision);
  }

  /** §13.2.2, steps 1 and 3. */
  @Test
  void if_match_is_asked_before_if_none_match() {
    assertThat(Preconditions.decide("\"6\"", "\"7\"", "\"7\"")).isEqualTo(Decision.FAILED);
    assertThat(Preconditions.decide("\"7\"", "\"7\"", "\"7\"")).isEqualTo(Decision.NOT_MODIFIED);
    assertThat(Preconditions.decide("*", "\"6\"", "\"7\"")).isEqualTo(Decision.PROCEED);
  }

  @Test
  void without_a_tag_only_the_star_matches() {
    assertThat(decide(null, "\"7\"")).isEqualTo(Decision.PROCEED);
    assertThat(decide(null, "*")).isEqualTo(Decision.NOT_MODIFIED);
    assertThat(Preconditions.decide("\"7\"", null, null)).isEqualTo(Decision.FAILED);
    assertThat(decide(null, null)).isEqualTo(Decision.PROCEED);
  }

  private static Decision decide(@Nullable String tag, @Nullable String ifNoneMatch) {
    return Preconditions.decide(null, ifNoneMatch, tag);
  }
}
