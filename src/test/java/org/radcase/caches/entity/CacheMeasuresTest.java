package org.radcase.caches.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcase.caches.entity.Reading.Calls;
import org.radcase.caches.entity.Reading.Looks;
import org.radcase.caches.entity.Reading.RedisSize;
import org.radcase.monitoring.entity.Alert;
import org.radcase.monitoring.entity.Severity;
import org.radcase.monitoring.entity.Watches;
import org.radcase.testing.TurnableClock;

class CacheMeasuresTest {
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);
  private static final long GIB = 1L << 30;

  private final TurnableClock clock = new TurnableClock();
  private final Map<String, Looks> caches = new HashMap<>(Map.of(
      "cases", new Looks("ehcache", 0, 0, 0),
      "responses", new Looks("ehcache", 0, 0, 0),
      "thumbnails", new Looks("ehcache", 0, 0, 0),
      "case-search", new Looks("ehcache", 0, 0, 0)));
  private Calls calls = new Calls(0, 0);
  private Optional<RedisSize> redis = Optional.empty();
  private CacheMeasures measures = CacheMeasures.NONE;
  private Watches alerts = Watches.NONE;

  /** So much is looked for in a cache from now on until the next reading. */
  private void looks(String cache, long hits, long misses, double micros) {
    var before = Objects.requireNonNull(caches.get(cache));
    var count = before.count() + hits + misses;
    var mean = (before.count() * before.averageMicros() + (hits + misses) * micros) / count;
    caches.put(
        cache, new Looks(before.provider(), before.hits() + hits, before.misses() + misses, mean));
  }

  private void looks(String cache, long hits, long misses) {
    looks(cache, hits, misses, 5);
  }

  private void redisCalls(long operations, long failures) {
    calls = new Calls(calls.operations() + operations, calls.failures() + failures);
  }

  private void read() {
    measures = measures.next(new Reading(clock.instant(), caches, calls, redis));
    alerts = alerts.next(measures.measures(), clock.instant());
    clock.turn(BETWEEN_READINGS);
  }

  private void read(int times) {
    for (var i = 0; i < times; i++) read();
  }

  private Optional<Alert> alert(CacheAlert kind) {
    return alerts.raised().stream().filter(it -> it.kind() == kind).findFirst();
  }

  @Test
  void a_hit_rate_below_70_percent_is_raised_at_the_second_reading_in_a_row() {
    read();
    looks("cases", 690, 310);
    var first = clock.instant();
    read();
    assertThat(alerts.raised()).isEmpty();

    read();

    assertThat(alerts.raised())
        .containsExactly(
            new Alert(CacheAlert.HIT_RATE, "cases", Severity.WARNING, first, 0.69, 0.7));
  }

  @Test
  void one_bad_reading_alone_raises_nothing() {
    redis = Optional.of(new RedisSize(0, 0, 51));
    read();
    redis = Optional.of(new RedisSize(0, 0, 50));
    read();
    redis = Optional.of(new RedisSize(0, 0, 51));
    read();

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void an_alert_stays_until_two_readings_in_a_row_are_10_percent_better_than_the_limit() {
    redis = Optional.of(new RedisSize(0, 0, 60));
    read(2);
    assertThat(alert(CacheAlert.REDIS_CLIENTS)).isPresent();

    redis = Optional.of(new RedisSize(0, 0, 46));
    read(10);
    assertThat(alert(CacheAlert.REDIS_CLIENTS)).as("not clearly better").isPresent();
    redis = Optional.of(new RedisSize(0, 0, 45));
    read();
    assertThat(alert(CacheAlert.REDIS_CLIENTS)).as("once only").isPresent();
    read();

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void an_alert_that_comes_again_has_begun_again() {
    redis = Optional.of(new RedisSize(0, 0, 60));
    read(2);
    redis = Optional.of(new RedisSize(0, 0, 1));
    read(2);
    var again = clock.instant();
    redis = Optional.of(new RedisSize(0, 0, 70));
    read(3);

    assertThat(alert(CacheAlert.REDIS_CLIENTS).orElseThrow().since()).isEqualTo(again);
  }

  @Test
  void fewer_than_200_looks_say_nothing_of_a_hit_rate() {
    read();
    looks("cases", 0, 199);
    read(5);
    assertThat(alerts.raised()).isEmpty();

    looks("cases", 0, 1);
    read(2);

    assertThat(alert(CacheAlert.HIT_RATE)).isPresent();
  }

  @Test
  void a_hit_rate_is_that_of_the_last_five_minutes() {
    read();
    looks("cases", 100_000, 0);
    read();
    clock.turn(Window.LENGTH);
    read();
    looks("cases", 100, 200);
    read(2);

    assertThat(alert(CacheAlert.HIT_RATE).orElseThrow().value()).isEqualTo(1.0 / 3);
  }

  @Test
  void each_cache_has_its_own_hit_rate() {
    read();
    looks("cases", 900, 100);
    looks("responses", 100, 900);
    looks("thumbnails", 500, 500);
    read(2);

    assertThat(alerts.raised())
        .extracting(Alert::subject)
        .containsExactly("responses", "thumbnails");
  }

  @Test
  void searches_that_ready_answers_miss_may_well_be_missed_again() {
    read();
    looks("case-search", 0, 1000);
    looks("responses", 1000, 0);
    read(5);
    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void an_alert_of_which_nothing_is_heard_for_five_minutes_goes() {
    read();
    looks("cases", 0, 1000);
    read(2);
    assertThat(alert(CacheAlert.HIT_RATE)).isPresent();

    // Its looks leave the window after five minutes, and what they told is forgotten in five more.
    read(55);
    assertThat(alert(CacheAlert.HIT_RATE)).isPresent();
    read(10);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void what_was_counted_before_the_entries_went_elsewhere_says_nothing() {
    read();
    looks("cases", 0, 1000);
    read();

    caches.put("cases", new Looks("redis", 100, 1100, 5));
    read(5);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void counts_that_begin_anew_are_not_taken_for_less_than_nothing() {
    looks("cases", 5000, 5000);
    redisCalls(5000, 50);
    read();
    caches.put("cases", new Looks("ehcache", 10, 0, 5));
    calls = new Calls(10, 0);
    read(2);
    looks("cases", 300, 0);
    redisCalls(300, 0);
    read(2);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void redis_may_take_80_percent_of_its_limit() {
    redis = Optional.of(new RedisSize(801, 1000, 1));
    read(2);

    assertThat(alert(CacheAlert.REDIS_MEMORY))
        .get()
        .returns(801.0, Alert::value)
        .returns(800.0, Alert::limit)
        .returns("redis", Alert::subject);
  }

  @Test
  void redis_may_take_one_and_a_half_gibibytes_whatever_its_limit() {
    redis = Optional.of(new RedisSize(3 * GIB / 2, 0, 1));
    read(2);
    assertThat(alerts.raised()).as("no limit, and just as much").isEmpty();

    redis = Optional.of(new RedisSize(3 * GIB / 2 + 1, 64 * GIB, 1));
    read(2);

    assertThat(alert(CacheAlert.REDIS_MEMORY).orElseThrow().limit()).isEqualTo(1.5 * GIB);
  }

  @Test
  void more_than_1_percent_of_failures_is_raised_if_there_are_at_least_three() {
    read();
    redisCalls(100, 2);
    read(5);
    assertThat(alerts.raised()).as("two failures").isEmpty();

    redisCalls(100, 1);
    read(2);

    assertThat(alert(CacheAlert.REDIS_FAILURES))
        .get()
        .returns(0.015, Alert::value)
        .returns(0.01, Alert::limit);
  }

  @Test
  void failures_that_are_few_among_many_are_no_news() {
    read();
    redisCalls(100_000, 1000);
    read(5);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void failures_are_forgotten_when_the_window_has_passed_them() {
    read();
    redisCalls(100, 100);
    read(2);
    assertThat(alert(CacheAlert.REDIS_FAILURES)).isPresent();

    for (var i = 0; i < 40; i++) {
      redisCalls(100, 0);
      read();
    }

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void looks_that_take_half_as_long_again_as_usual_are_raised() {
    readWithLooksOf(1000, 60);
    assertThat(alerts.raised()).isEmpty();

    readWithLooksOf(2000, 20);

    var raised = alert(CacheAlert.GET_TIME).orElseThrow();
    assertThat(raised.subject()).isEqualTo("cases");
    assertThat(raised.value()).isBetween(1500.0, 2000.0);
    assertThat(raised.limit()).isBetween(1500.0, raised.value());
  }

  @Test
  void looks_that_are_slow_and_always_were_are_not_raised() {
    readWithLooksOf(20_000, 200);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void looks_that_take_less_than_half_a_millisecond_are_never_too_slow() {
    readWithLooksOf(5, 60);
    readWithLooksOf(490, 60);

    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void what_stays_slower_becomes_the_usual() {
    readWithLooksOf(1000, 60);
    readWithLooksOf(2000, 20);
    assertThat(alert(CacheAlert.GET_TIME)).isPresent();

    readWithLooksOf(2000, 400);

    assertThat(alerts.raised()).isEmpty();
  }

  private void readWithLooksOf(double micros, int times) {
    for (var i = 0; i < times; i++) {
      looks("cases", 300, 0, micros);
      read();
    }
  }

  @Test
  void a_clock_that_is_set_back_raises_nothing_and_keeps_what_is_raised() {
    redis = Optional.of(new RedisSize(0, 0, 60));
    looks("cases", 300, 0);
    read(2);
    clock.turn(Duration.ofHours(-1));
    looks("cases", 0, 100);
    read(3);

    assertThat(alerts.raised()).extracting(Alert::kind).containsExactly(CacheAlert.REDIS_CLIENTS);
  }
}
