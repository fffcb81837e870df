package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.control.sessions.GivenSessions;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.TurnableClock;

class SecondFactorTest {
  private final TurnableClock clock = new TurnableClock();

  @TempDir
  Path home;

  @EachDatabase
  void a_code_counts_once_and_for_a_step_around(Database database) {
    var ada = new Enrolled(database);
    clock.turn(Duration.ofHours(1));
    var code = ada.codeNow();

    clock.turn(Authenticator.STEP.multipliedBy(-2));
    assertThat(ada.takes(code)).isFalse();
    clock.turn(Authenticator.STEP);
    assertThat(ada.takes(code)).isTrue();
    assertThat(ada.takes(code)).isFalse();
    clock.turn(Authenticator.STEP);
    assertThat(ada.takes(code)).isFalse();
  }

  @EachDatabase
  void an_old_code_does_not_count(Database database) {
    var ada = new Enrolled(database);
    clock.turn(Duration.ofHours(1));
    var code = ada.codeNow();

    clock.turn(Authenticator.STEP.multipliedBy(2));

    assertThat(ada.takes(code)).isFalse();
    assertThat(ada.takes(ada.codeNow())).isTrue();
  }

  @EachDatabase
  void a_clock_that_was_set_back_shuts_nobody_out_and_lets_no_code_count_twice(Database database) {
    var ada = new Enrolled(database);
    clock.turn(Duration.ofDays(10));
    var ahead = ada.codeNow();
    assertThat(ada.takes(ahead)).isTrue();

    clock.turn(Duration.ofDays(-5));
    assertThat(ada.takes(ahead)).isFalse();
    var code = ada.codeNow();
    assertThat(ada.takes(code)).isTrue();
    assertThat(ada.takes(code)).isFalse();

    clock.turn(Authenticator.STEP);
    assertThat(ada.takes(code)).isFalse();
    assertThat(ada.takes(ada.codeNow())).isTrue();
  }

  /** Somebody with a second factor. */
  private final class Enrolled {
    private final CredentialsDao dao;
    private final SecondFactor secondFactor;
    private final Caller ada;
    private final Authenticator authenticator;

    Enrolled(Database database) {
      var key = new ServerKey(GivenSettings.in(home));
      dao = new CredentialsDao(database);
      secondFactor = new SecondFactor(
          dao,
          new SealedSecrets(key),
          GivenSessions.in(database, clock),
          database,
          GivenAudit.anywhere(),
          key,
          clock);
      ada = GivenPeople.in(database).educator("Ada", "City");
      GivenPeople.in(database).mayNowSignIn(ada, "ada");
      authenticator = new Authenticator(secondFactor.begin(ada.person()).secret(), clock);
      assertThat(secondFactor.confirm(ada.actor(), ada.person(), codeNow(), "no session"))
          .hasSize(10);
    }

    String codeNow() {
      return authenticator.codeNow();
    }

    boolean takes(String code) {
      var sealed = dao.find(ada.person()).orElseThrow().totpSecret();
      return sealed != null && secondFactor.takes(ada.person(), sealed, code);
    }
  }
}
