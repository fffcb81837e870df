package org.radcase.monitoring.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepTest {
  private static final Instant NOW = Instant.parse("2026-11-20T13:14:15Z");

  @ParameterizedTest
  @EnumSource
  void nothing_is_forgotten_that_a_span_shows(Span span) {
    var step = span.step();
    var shown = step.beginningOf(NOW).minus(step.length().multipliedBy(span.steps() - 1L));

    assertThat(step.forgottenBefore(NOW)).isBeforeOrEqualTo(shown);
  }

  /** A longer step that has begun within what is shown is added up once more of all that it has. */
  @ParameterizedTest
  @CsvSource({
    "TEN_SECONDS, 2026-11-20T12:13:10Z",
    "MINUTE, 2026-11-20T07:09:00Z",
    "FIVE_MINUTES, 2026-11-19T12:40:00Z",
    "HALF_HOUR, 2026-11-13T11:00:00Z",
    "TWO_HOURS, 2026-10-21T10:00:00Z"
  })
  void each_is_kept_for_as_long_as_it_is_shown_and_the_next_longer_step(Step step, Instant kept) {
    assertThat(step.forgottenBefore(NOW)).isEqualTo(kept);
  }

  @ParameterizedTest
  @EnumSource
  void each_longer_step_begins_with_a_shorter_one(Step step) {
    step.next().ifPresent(longer -> {
      assertThat(longer.length().toSeconds() % step.length().toSeconds()).isZero();
      assertThat(step.beginningOf(longer.beginningOf(NOW))).isEqualTo(longer.beginningOf(NOW));
    });
  }
}
