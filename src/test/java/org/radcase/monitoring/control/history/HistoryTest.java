package org.radcase.monitoring.control.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.radcase.accounts.control.administration.GivenAdministrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.entity.Span;
import org.radcase.monitoring.entity.Step;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.metrics.Distribution;
import org.radcase.platform.metrics.GivenMetrics;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class HistoryTest {
  private static final Percentage PROMISED = Percentage.withPercentage(6.25);
  private static final Duration TICK = Step.TEN_SECONDS.length();

  private final TurnableClock clock = new TurnableClock();

  /** A server that answers requests, on a database that others may share. */
  private final class Server {
    private final Meters meters = GivenMetrics.meters();
    private final RecentSamples recent = new RecentSamples();
    private final TakeSamples take = new TakeSamples(meters, recent, clock);
    private final KeepSamples keep;
    private final ReadHistory read;

    Server(Database database, String name) {
      var dao = new SampleDao(database);
      var instance = new ThisInstance(name);
      keep = new KeepSamples(database, dao, recent, instance, clock);
      read =
          new ReadHistory(GivenAdministrators.in(database), dao, recent, instance, meters, clock);
    }

    void answers(int requests, long millis, String status) {
      var timing = meters.timing(
          RequestMetrics.DURATION, "/api/cases", "GET", status, status.charAt(0) + "xx");
      for (var i = 0; i < requests; i++) timing.add(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    History of(Span span) {
      return read.of(operator(), span);
    }
  }

  private static Caller operator() {
    return new Caller(
        PersonId.parse("0190b5f0-0000-7000-8000-000000000001").orElseThrow(),
        "Olga",
        InstitutionId.parse("0190b5f0-0000-7000-8000-000000000002").orElseThrow(),
        Role.OPERATOR);
  }

  /** Ten seconds pass; what was answered meanwhile is taken down. */
  private void pass(Server... servers) {
    clock.turn(TICK);
    for (var server : servers) server.take.take();
  }

  private static Point last(History history) {
    return history.points().get(history.points().size() - 1);
  }

  @EachDatabase
  void the_last_minutes_are_told_before_and_after_they_are_written(Database database) {
    var server = new Server(database, "one");
    server.answers(95, 10, "200");
    server.answers(5, 1000, "503");
    pass(server);
    var before = server.of(Span.MINUTES_15);

    server.keep.write();

    for (var history : List.of(before, server.of(Span.MINUTES_15))) {
      assertThat(history.points()).hasSize(90);
      assertThat(history.total().requests()).isEqualTo(100);
      assertThat(history.total().errors()).isEqualTo(5);
      assertThat(history.total().times().p50()).isCloseTo(10, PROMISED);
      assertThat(history.total().times().p99()).isCloseTo(1000, PROMISED);
      assertThat(history.instances()).containsExactly("one");
      assertThat(last(history).requests()).isPositive();
      assertThat(last(history).times().p50()).isCloseTo(10, PROMISED);
      assertThat(history.points().get(0).requests()).as("nothing was measured").isNaN();
      assertThat(history.routes()).extracting(it -> it.route()).containsExactly("GET /api/cases");
    }
  }

  @EachDatabase
  void every_longer_step_counts_what_the_shorter_ones_do(Database database) {
    var server = new Server(database, "one");
    for (var i = 0; i < 12; i++) {
      server.answers(10, 10 + i, "200");
      pass(server);
      if (i % 5 == 0) server.keep.write();
    }

    for (var span : Span.values()) {
      assertThat(server.of(span).total().requests()).as(span.term()).isEqualTo(120);
      assertThat(server.of(span).points()).as(span.term()).hasSize(span.steps());
    }
  }

  @EachDatabase
  void percentiles_of_a_longer_step_come_from_all_requests_and_not_from_percentiles(
      Database database) {
    var server = new Server(database, "one");
    server.answers(940, 10, "200");
    pass(server);
    server.answers(60, 1000, "200");
    pass(server);
    server.keep.write();

    var told = server.of(Span.DAYS_30);

    assertThat(last(told).times().p50()).isCloseTo(10, PROMISED);
    assertThat(last(told).times().p95()).isCloseTo(1000, PROMISED);
  }

  @EachDatabase
  void instances_on_one_database_add_up_and_are_named(Database database) {
    var one = new Server(database, "one");
    var other = new Server(database, "other");
    one.answers(30, 10, "200");
    other.answers(50, 10, "200");
    pass(one, other);
    one.keep.write();
    other.keep.write();

    for (var told : List.of(one.of(Span.HOUR), other.of(Span.DAYS_7))) {
      assertThat(told.total().requests()).isEqualTo(80);
      assertThat(told.instances()).containsExactly("one", "other");
    }
  }

  @EachDatabase
  void a_restart_within_ten_seconds_loses_nothing_that_was_written(Database database) {
    var before = new Server(database, "one");
    before.answers(30, 10, "200");
    pass(before);
    before.keep.end();

    var after = new Server(database, "one");
    after.answers(12, 10, "200");
    after.take.take();
    after.keep.write();

    assertThat(after.of(Span.MINUTES_15).total().requests()).isEqualTo(42);
    assertThat(after.of(Span.DAYS_30).total().requests()).isEqualTo(42);
  }

  @EachDatabase
  void while_the_table_can_not_be_written_nothing_is_lost(Database database) {
    var server = new Server(database, "one");
    server.answers(30, 10, "200");
    pass(server);
    rename(database, "metric_sample", "elsewhere");
    server.keep.write();
    rename(database, "elsewhere", "metric_sample");
    assertThat(steps(database)).isEmpty();

    server.keep.write();

    assertThat(server.of(Span.DAY).total().requests()).isEqualTo(30);
    server.keep.write();
    assertThat(server.of(Span.DAY).total().requests()).as("once").isEqualTo(30);
  }

  private static void rename(Database database, String from, String to) {
    database.write(sql -> sql.update("ALTER TABLE " + from + " RENAME TO " + to));
  }

  @EachDatabase
  void what_is_old_is_forgotten_step_by_step(Database database) {
    var server = new Server(database, "one");
    server.answers(30, 10, "200");
    pass(server);
    server.keep.write();

    clock.turn(Duration.ofHours(2));
    server.keep.sweep();
    assertThat(steps(database)).containsExactly(60, 300, 1800, 7200);
    clock.turn(Duration.ofDays(2));
    server.keep.sweep();
    assertThat(steps(database)).containsExactly(1800, 7200);
    assertThat(server.of(Span.DAYS_7).total().requests()).isEqualTo(30);
    clock.turn(Duration.ofDays(29));
    server.keep.sweep();

    assertThat(steps(database)).isEmpty();
  }

  private static List<Integer> steps(Database database) {
    return database.read(sql -> sql.list(
        "SELECT step_seconds FROM metric_sample ORDER BY step_seconds", row -> row.getInt(1)));
  }

  @EachDatabase
  void rows_of_a_newer_release_disturb_nobody(Database database) {
    var server = new Server(database, "one");
    var dao = new SampleDao(database);
    var began = Step.TEN_SECONDS.beginningOf(clock.instant());
    var figures = "{\"millis\": 10000, \"hits\": 3, \"misses\": 1, \"warp\": 9,"
        + " \"gauges\": {\"PEOPLE\": {\"sum\": 6.0, \"count\": 2}, \"WARP\": {\"sum\": 1, \"count\": 1}},"
        + " \"routes\": {}}";
    dao.keep(Step.TEN_SECONDS, began, "newer", figures);
    dao.keep(Step.TEN_SECONDS, began, "strange", "[]");
    clock.turn(TICK);

    var told = server.of(Span.HOUR);

    assertThat(last(told).hitRate()).isEqualTo(0.75);
    assertThat(last(told).gauges()).isEqualTo(Map.of(Gauge.PEOPLE, 3.0));
    assertThat(told.instances()).containsExactly("newer");
  }

  @EachDatabase
  void levels_are_means_over_time_and_sums_over_instances(Database database) {
    var server = new Server(database, "one");
    var dao = new SampleDao(database);
    for (var i = 0; i < 2; i++) {
      var began = Step.TEN_SECONDS.beginningOf(clock.instant());
      server.recent.add(began, used(100 + 100 * i, 0.2));
      clock.turn(TICK);
    }
    server.keep.write();
    var minute = Step.MINUTE.beginningOf(clock.instant());
    dao.keep(Step.MINUTE, minute, "other", KeptSample.textOf(used(50, 0.4)));

    var gauges = last(server.of(Span.HOURS_6)).gauges();

    assertThat(gauges.get(Gauge.HEAP_USED)).isEqualTo(200);
    assertThat(gauges.get(Gauge.CPU)).isCloseTo(0.3, PROMISED);
  }

  @EachDatabase
  void requests_and_errors_are_told_by_the_second_and_of_all_instances(Database database) {
    var server = new Server(database, "one");
    var timing = server.meters.timing(RequestMetrics.DURATION, "/", "GET", "500", "5xx");
    for (var i = 0; i < 40; i++) timing.add(1);
    var use = new RouteUse(Distribution.of(List.of(timing)), 30);
    var began = Step.TEN_SECONDS.beginningOf(clock.instant());
    for (var instance : List.of("one", "other")) {
      var sample = new Sample(TICK.toMillis(), 0, 0, Map.of(), Map.of("GET /", use));
      new SampleDao(database).keep(Step.TEN_SECONDS, began, instance, KeptSample.textOf(sample));
    }
    clock.turn(TICK);

    var told = last(server.of(Span.MINUTES_15));

    assertThat(told.requests()).isEqualTo(8);
    assertThat(told.errors()).isEqualTo(6);
  }

  private static Sample used(double heap, double cpu) {
    return new Sample(
        TICK.toMillis(),
        0,
        0,
        Map.of(Gauge.HEAP_USED, Mean.of(heap), Gauge.CPU, Mean.of(cpu)),
        Map.of());
  }

  @EachDatabase
  void routes_beyond_sixty_are_kept_together_and_none_is_lost(Database database) {
    var server = new Server(database, "one");
    for (var i = 0; i < 100; i++) {
      var timing = server.meters.timing(RequestMetrics.DURATION, "/" + i, "GET", "200", "2xx");
      timing.add(TimeUnit.MILLISECONDS.toNanos(1 + i));
    }
    pass(server);
    server.keep.write();

    var kept = new SampleDao(database).since(Step.MINUTE, Instant.EPOCH).get(0).sample();

    assertThat(kept.routes()).hasSize(60).containsKey("GET /99").containsKey("other");
    assertThat(kept.times().count()).isEqualTo(100);
    assertThat(kept.routes().values())
        .extracting(RouteUse::times)
        .extracting(Distribution::count)
        .contains(41L);
  }
}
