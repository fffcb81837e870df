package org.radcase.monitoring.control.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.control.history.GivenLastMinutes;
import org.radcase.monitoring.entity.Measure;
import org.radcase.monitoring.entity.ServerAlert;
import org.radcase.testing.TurnableClock;

/** The limits are those of the administrator's guide. */
class WatchServerTest {
  private final GivenLastMinutes minutes = new GivenLastMinutes();
  private final WatchServer watch =
      new WatchServer(minutes.lastMinutes(), minutes.meters(), new ThisInstance("here"));

  private Optional<Measure> measured(ServerAlert kind) {
    minutes.pass();
    return watch.measure(TurnableClock.START).stream()
        .filter(it -> it.kind() == kind)
        .findFirst();
  }

  @Test
  void response_times_have_limits_of_200_and_500_ms_once_there_are_a_hundred() {
    minutes.answers(99, TimeUnit.SECONDS.toNanos(1), "200");
    assertThat(measured(ServerAlert.RESPONSE_TIME)).isEmpty();

    minutes.answers(1, TimeUnit.SECONDS.toNanos(1), "200");

    var time = measured(ServerAlert.RESPONSE_TIME).orElseThrow();
    assertThat(time.value()).isBetween(900.0, 1100.0);
    assertThat(time.warning()).isEqualTo(200);
    assertThat(time.critical()).isEqualTo(500);
    assertThat(time.subject()).isEqualTo("here");
  }

  @Test
  void it_is_the_95th_percentile_of_response_times_that_counts() {
    minutes.answers(94, TimeUnit.MILLISECONDS.toNanos(10), "200");
    minutes.answers(6, TimeUnit.SECONDS.toNanos(1), "200");

    assertThat(measured(ServerAlert.RESPONSE_TIME).orElseThrow().value()).isGreaterThan(900);

    minutes.answers(100, TimeUnit.MILLISECONDS.toNanos(10), "200");
    assertThat(measured(ServerAlert.RESPONSE_TIME).orElseThrow().value()).isLessThan(20);
  }

  @ParameterizedTest
  @CsvSource({"98, 2, 0", "97, 3, 0.03", "0, 2, 0", "0, 3, 1"})
  void errors_have_limits_of_1_and_5_percent_and_fewer_than_three_are_none(
      int good, int bad, double share) {
    minutes.answers(good, 1, "200");
    minutes.answers(bad, 1, "500");

    var errors = measured(ServerAlert.ERROR_RATE).orElseThrow();

    assertThat(errors.value()).isEqualTo(share);
    assertThat(errors.warning()).isEqualTo(0.01);
    assertThat(errors.critical()).isEqualTo(0.05);
  }

  @Test
  void what_the_client_got_wrong_is_no_error() {
    minutes.answers(100, 1, "404");

    assertThat(measured(ServerAlert.ERROR_RATE).orElseThrow().value()).isZero();
  }

  @Test
  void of_a_server_that_nobody_asks_nothing_is_said_of_requests() {
    assertThat(measured(ServerAlert.ERROR_RATE)).isEmpty();
    assertThat(measured(ServerAlert.RESPONSE_TIME)).isEmpty();
  }

  @Test
  void the_heap_after_its_least_collection_has_limits_of_85_and_95_percent() {
    minutes.heapAfterCollection(900, 1000);
    minutes.pass();
    minutes.heapAfterCollection(600, 1000);
    minutes.pass();
    minutes.heapAfterCollection(800, 1000);

    var heap = measured(ServerAlert.HEAP).orElseThrow();

    assertThat(heap.value()).isEqualTo(0.6);
    assertThat(heap.warning()).isEqualTo(0.85);
    assertThat(heap.critical()).isEqualTo(0.95);
  }

  @Test
  void the_disk_has_limits_of_10_and_5_percent_that_are_free() {
    minutes.disk(70, 1000);

    var disk = measured(ServerAlert.DISK_FREE).orElseThrow();

    assertThat(disk.value()).isEqualTo(0.07);
    assertThat(disk.warning()).isEqualTo(0.1);
    assertThat(disk.critical()).isEqualTo(0.05);
  }

  @Test
  void what_is_five_minutes_old_is_forgotten() {
    minutes.answers(3, 1, "500");
    for (var i = 0; i < 28; i++) minutes.pass();
    assertThat(measured(ServerAlert.ERROR_RATE)).isPresent();

    minutes.pass();

    assertThat(measured(ServerAlert.ERROR_RATE)).isEmpty();
  }
}
