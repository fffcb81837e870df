package org.radcase.accounts.control.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Scope;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class ApiTokensTest {
  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void a_token_ends_when_it_was_said_to(Database database) {
    var tokens = tokens(database);
    var made = made(tokens, database);

    assertThat(tokens.use(made.secret())).isPresent();
    clock.turn(Duration.ofDays(7).minusSeconds(1));
    assertThat(tokens.use(made.secret())).isPresent();
    clock.turn(Duration.ofSeconds(1));
    assertThat(tokens.use(made.secret())).isEmpty();
  }

  @EachDatabase
  void a_clock_that_was_set_back_lengthens_no_token(Database database) {
    var tokens = tokens(database);
    var made = made(tokens, database);

    clock.turn(Duration.ofDays(-30));
    assertThat(tokens.use(made.secret())).isEmpty();
    assertThat(tokens.use(made(tokens, database).secret())).isPresent();

    clock.turn(Duration.ofDays(37));
    assertThat(tokens.use(made.secret())).isEmpty();
  }

  private ApiTokens tokens(Database database) {
    return new ApiTokens(
        new ApiTokenDao(database), GivenAudit.anywhere(), new FreshIds(clock), clock);
  }

  private static ApiTokens.Made made(ApiTokens tokens, Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "City");
    return tokens.make(ada, "A script", Set.of(Scope.READ), Duration.ofDays(7));
  }
}
