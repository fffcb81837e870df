package org.radcase.viewing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.problem.Problem;

class VisitLimitTest {
  private static final PersonId ADA = new PersonId(UUID.randomUUID());
  private static final PersonId MARIE = new PersonId(UUID.randomUUID());

  private long nanos = Long.MAX_VALUE - 5;
  private final VisitLimit limit = new VisitLimit(() -> nanos);

  private void sixtyOfAda() {
    for (var i = 0; i < VisitLimit.MOST; i++) limit.check(ADA);
  }

  @Test
  void after_sixty_in_an_hour_one_is_told_when_to_come_back() {
    sixtyOfAda();
    nanos += Duration.ofMinutes(50).toNanos();

    var problem = catchThrowableOfType(Problem.class, () -> limit.check(ADA));

    assertThat(problem.kind()).isEqualTo(ViewingProblem.TOO_MANY);
    assertThat(problem.headers()).containsEntry("Retry-After", "601");
    nanos += Duration.ofSeconds(601).toNanos();
    assertThatCode(this::sixtyOfAda).doesNotThrowAnyException();
  }

  @Test
  void nobody_pays_for_another() {
    sixtyOfAda();

    assertThatCode(() -> limit.check(MARIE)).doesNotThrowAnyException();
  }
}
