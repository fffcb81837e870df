package org.radcase.accounts.control.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Secret;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class SessionsTest {
  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void its_secret_opens_a_session_and_no_other_does(Database database) {
    var sessions = sessions(database);
    var ada = ada(database);

    var begun = sessions.begin(ada.person(), "10.0.0.1", "Firefox");

    assertThat(sessions.use(begun.secret()))
        .get()
        .returns(ada, Sessions.SignedIn::caller)
        .returns(begun.session(), Sessions.SignedIn::session);
    assertThat(sessions.use(Secret.fresh(new SecureRandom()))).isEmpty();
    assertThat(sessions.use(new Secret(begun.session().id()))).isEmpty();
  }

  @EachDatabase
  void a_session_ends_a_day_after_its_last_use_and_a_month_after_its_beginning(Database database) {
    var dao = new SessionDao(database, GivenCaches.changes());
    var touches = new SessionTouches(dao, clock);
    var sessions = new Sessions(dao, touches, database, new FreshIds(clock), clock);
    var used = sessions.begin(ada(database).person(), "10.0.0.1", "");
    var unused = sessions.begin(ada(database).person(), "10.0.0.1", "");

    for (var day = 0; day < 29; day++) {
      clock.turn(Duration.ofHours(23));
      assertThat(sessions.use(used.secret())).isPresent();
      if (day % 2 == 0) touches.write();
    }
    assertThat(sessions.use(unused.secret())).isEmpty();
    clock.turn(Duration.ofDays(3));
    assertThat(sessions.use(used.secret())).isEmpty();
  }

  @EachDatabase
  void a_clock_that_was_set_back_lengthens_no_session(Database database) {
    var dao = new SessionDao(database, GivenCaches.changes());
    var touches = new SessionTouches(dao, clock);
    var sessions = new Sessions(dao, touches, database, new FreshIds(clock), clock);
    var ada = ada(database);
    var begun = sessions.begin(ada.person(), "10.0.0.1", "");

    clock.turn(Duration.ofDays(-10));
    assertThat(sessions.use(begun.secret())).isEmpty();
    assertThat(sessions.of(ada.person())).isEmpty();
    touches.sweep();
    var after = sessions.begin(ada.person(), "10.0.0.1", "");
    assertThat(sessions.use(after.secret())).isPresent();

    clock.turn(Duration.ofDays(10));
    assertThat(sessions.use(begun.secret())).isEmpty();
    assertThat(sessions.use(after.secret())).isEmpty();
  }

  @EachDatabase
  void nor_does_the_use_of_it_while_the_clock_was_ahead(Database database) {
    var dao = new SessionDao(database, GivenCaches.changes());
    var touches = new SessionTouches(dao, clock);
    var sessions = new Sessions(dao, touches, database, new FreshIds(clock), clock);
    var begun = sessions.begin(ada(database).person(), "10.0.0.1", "");
    clock.turn(Duration.ofHours(23));
    assertThat(sessions.use(begun.secret())).isPresent();

    clock.turn(Duration.ofHours(-22));

    assertThat(sessions.use(begun.secret())).isEmpty();
    touches.write();
    assertThat(sessions.use(begun.secret())).isEmpty();
  }

  @EachDatabase
  void clocks_of_servers_that_differ_by_a_minute_end_nothing(Database database) {
    var sessions = sessions(database);
    var begun = sessions.begin(ada(database).person(), "10.0.0.1", "");

    clock.turn(Duration.ofMinutes(-1));

    assertThat(sessions.use(begun.secret())).isPresent();
  }

  @EachDatabase
  void one_ends_ones_own_sessions_only(Database database) {
    var sessions = sessions(database);
    var ada = ada(database);
    var grace = GivenPeople.in(database).educator("Grace", "City");
    var hers = sessions.begin(ada.person(), "10.0.0.1", "");
    var other = sessions.begin(ada.person(), "10.0.0.2", "");
    var strangers = sessions.begin(grace.person(), "10.0.0.3", "");

    assertThatThrownBy(() -> sessions.end(ada.person(), strangers.session().id()))
        .isInstanceOf(Problem.class);
    assertThat(sessions.endOthers(ada.person(), hers.session().id())).isEqualTo(1);

    assertThat(sessions.use(other.secret())).isEmpty();
    assertThat(sessions.use(strangers.secret())).isPresent();
    assertThat(sessions.of(ada.person())).containsExactly(hers.session());
    sessions.end(ada.person(), hers.session().id());
    assertThat(sessions.use(hers.secret())).isEmpty();
  }

  @EachDatabase
  void of_too_many_sessions_the_one_used_least_lately_ends(Database database) {
    var sessions = sessions(database);
    var ada = ada(database);
    var first = sessions.begin(ada.person(), "10.0.0.1", "");
    for (var i = 0; i < 50; i++) {
      clock.turn(Duration.ofSeconds(1));
      var unused = sessions.begin(ada.person(), "10.0.0.1", "");
    }

    assertThat(sessions.use(first.secret())).isEmpty();
    assertThat(sessions.of(ada.person())).hasSize(50);
  }

  private Sessions sessions(Database database) {
    var dao = new SessionDao(database, GivenCaches.changes());
    return new Sessions(dao, new SessionTouches(dao, clock), database, new FreshIds(clock), clock);
  }

  private static Caller ada(Database database) {
    return GivenPeople.in(database).person("Ada", "St. Elsewhere", Role.ADMIN);
  }
}
