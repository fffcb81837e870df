package org.radcase.monitoring.control.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.monitoring.entity.Measure;
import org.radcase.monitoring.entity.ServerAlert;
import org.radcase.monitoring.entity.Severity;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.Logged;
import org.radcase.testing.TurnableClock;

class WatchAlertsTest {
  private final TurnableClock clock = new TurnableClock();
  private List<Measure> measures = List.of();

  private WatchAlerts instanceOn(Database database, String name) {
    var dao = new AlertDao(database);
    var book = new AlertBook(dao, new ThisInstance(name), new FreshIds(clock), clock);
    AlertSource source = at -> measures;
    AlertSource broken = at -> {
      throw new IllegalStateException("It is not there yet");
    };
    return new WatchAlerts(
        List.of(broken, source), book, new Webhook(Optional.empty(), dao, List.of()), clock);
  }

  private void look(WatchAlerts alerts, double millis, int times) {
    measures = List.of(new Measure(ServerAlert.RESPONSE_TIME, "here", millis, 200, 500));
    for (var i = 0; i < times; i++) {
      alerts.look();
      clock.turn(Duration.ofSeconds(10));
    }
  }

  private static List<AlertRecord> kept(Database database, AlertState state) {
    return new AlertDao(database).list(state, 100, 0);
  }

  @EachDatabase
  void an_alert_is_kept_from_when_it_is_raised_with_its_worst_figure(Database database) {
    var alerts = instanceOn(database, "one");
    look(alerts, 300, 2);
    assertThat(kept(database, AlertState.OPEN))
        .singleElement()
        .returns("response-time", AlertRecord::kind)
        .returns("one", AlertRecord::server)
        .returns(TurnableClock.START, AlertRecord::since)
        .returns(Severity.WARNING, AlertRecord::severity)
        .returns(200.0, AlertRecord::limit);

    look(alerts, 900, 2);
    look(alerts, 100, 2);

    assertThat(kept(database, AlertState.OPEN)).isEmpty();
    assertThat(kept(database, AlertState.ALL))
        .singleElement()
        .returns(Severity.CRITICAL, AlertRecord::severity)
        .returns(900.0, AlertRecord::worst)
        .returns(500.0, AlertRecord::limit)
        .returns(TurnableClock.START.plusSeconds(50), AlertRecord::endedAt);
  }

  @EachDatabase
  void what_could_not_be_written_is_written_later(Database database) {
    var alerts = instanceOn(database, "one");
    rename(database, "alert", "elsewhere");
    look(alerts, 300, 2);
    look(alerts, 100, 2);
    look(alerts, 400, 2);
    rename(database, "elsewhere", "alert");
    assertThat(kept(database, AlertState.ALL)).isEmpty();

    look(alerts, 400, 1);

    assertThat(kept(database, AlertState.ALL)).hasSize(2);
    assertThat(kept(database, AlertState.OPEN)).hasSize(1);
  }

  private static void rename(Database database, String from, String to) {
    database.write(sql -> sql.update("ALTER TABLE " + from + " RENAME TO " + to));
  }

  @EachDatabase
  void a_restart_ends_what_the_run_before_has_left_open(Database database) {
    look(instanceOn(database, "one"), 300, 2);
    look(instanceOn(database, "other"), 300, 2);

    look(instanceOn(database, "one"), 100, 1);

    assertThat(kept(database, AlertState.OPEN))
        .extracting(AlertRecord::server)
        .containsExactly("other");
  }

  @EachDatabase
  void alerts_of_an_instance_that_is_gone_end_and_those_of_one_that_is_there_do_not(
      Database database) {
    look(instanceOn(database, "gone"), 300, 2);
    var stays = instanceOn(database, "stays");
    look(stays, 300, 25);
    assertThat(kept(database, AlertState.OPEN)).as("after four minutes").hasSize(2);

    look(stays, 300, 15);

    assertThat(kept(database, AlertState.OPEN))
        .extracting(AlertRecord::server)
        .containsExactly("stays");
    assertThat(kept(database, AlertState.ALL)).hasSize(2);
  }

  @EachDatabase
  void alerts_are_forgotten_after_ninety_days(Database database) {
    var alerts = instanceOn(database, "one");
    look(alerts, 300, 2);
    look(alerts, 100, 2);
    clock.turn(Duration.ofDays(89));
    look(alerts, 100, 1);
    assertThat(kept(database, AlertState.ALL)).hasSize(1);

    clock.turn(Duration.ofDays(1));
    look(alerts, 100, 1);

    assertThat(kept(database, AlertState.ALL)).isEmpty();
  }

  @EachDatabase
  void the_log_tells_when_one_is_raised_worsens_and_ends_and_no_more(Database database) {
    var alerts = instanceOn(database, "one");

    var lines = Logged.during(() -> {
      look(alerts, 300, 20);
      look(alerts, 900, 20);
      look(alerts, 100, 20);
    });

    assertThat(lines)
        .filteredOn(it -> it.startsWith("Alert"))
        .containsExactly(
            "Alert raised, warning: response-time of here; the worst was 300, the limit is 200",
            "Alert worsened, critical: response-time of here; the worst was 900, the limit is 500",
            "Alert ended, critical: response-time of here; the worst was 900, the limit is 500");
  }

  @EachDatabase
  void who_acknowledges_first_stays(Database database) {
    look(instanceOn(database, "one"), 300, 2);
    var dao = new AlertDao(database);
    var id = kept(database, AlertState.OPEN).get(0).id();

    assertThat(dao.acknowledge(id, clock.instant(), "Olga")).isTrue();
    assertThat(dao.acknowledge(id, clock.instant(), "Otto")).isFalse();

    assertThat(dao.find(id).orElseThrow().acknowledged())
        .isEqualTo(new AlertRecord.Acknowledgement(clock.instant(), "Olga"));
  }
}
