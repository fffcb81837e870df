package org.radcase.monitoring.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcase.testing.TurnableClock;

class WatchesTest {
  private final TurnableClock clock = new TurnableClock();
  private Watches watches = Watches.NONE;

  private void read(Measure... measures) {
    watches = watches.next(List.of(measures), clock.instant());
    clock.turn(Duration.ofSeconds(10));
  }

  private static Measure millis(double value) {
    return new Measure(ServerAlert.RESPONSE_TIME, "here", value, 200, 500);
  }

  private static Measure free(double share) {
    return new Measure(ServerAlert.DISK_FREE, "here", share, 0.1, 0.05);
  }

  private void readTwice(Measure measure) {
    read(measure);
    read(measure);
  }

  @Test
  void an_alert_is_raised_by_two_readings_over_its_limit_in_a_row() {
    var first = clock.instant();
    read(millis(201));
    assertThat(watches.raised()).isEmpty();

    read(millis(300));

    assertThat(watches.raised())
        .containsExactly(
            new Alert(ServerAlert.RESPONSE_TIME, "here", Severity.WARNING, first, 300, 200));
  }

  @Test
  void readings_over_the_limit_that_are_not_in_a_row_raise_nothing() {
    for (var i = 0; i < 5; i++) {
      read(millis(201));
      read(millis(200));
      read(millis(201));
      read();
    }

    assertThat(watches.raised()).isEmpty();
  }

  @Test
  void it_began_with_the_first_reading_that_was_over_and_not_with_the_first_at_all() {
    readTwice(millis(100));
    var over = clock.instant();
    readTwice(millis(300));
    assertThat(watches.raised()).extracting(Alert::since).containsExactly(over);

    readTwice(millis(100));
    var again = clock.instant();
    readTwice(millis(300));

    assertThat(watches.raised()).extracting(Alert::since).containsExactly(again);
  }

  @Test
  void what_is_at_its_limit_has_not_passed_it() {
    readTwice(millis(200));
    readTwice(free(0.1));

    assertThat(watches.raised()).isEmpty();
  }

  @Test
  void it_becomes_critical_and_a_warning_again_and_began_when_it_was_a_warning() {
    var first = clock.instant();
    readTwice(millis(300));
    readTwice(millis(501));
    assertThat(watches.raised())
        .containsExactly(
            new Alert(ServerAlert.RESPONSE_TIME, "here", Severity.CRITICAL, first, 501, 500));

    readTwice(millis(451));
    assertThat(watches.raised()).extracting(Alert::severity).containsExactly(Severity.CRITICAL);
    readTwice(millis(450));

    assertThat(watches.raised())
        .containsExactly(
            new Alert(ServerAlert.RESPONSE_TIME, "here", Severity.WARNING, first, 450, 200));
  }

  @Test
  void of_what_is_bad_when_low_less_raises_and_a_tenth_more_ends() {
    readTwice(free(0.04));
    assertThat(watches.raised()).extracting(Alert::severity).containsExactly(Severity.CRITICAL);

    readTwice(free(0.109));
    assertThat(watches.raised()).extracting(Alert::severity).containsExactly(Severity.WARNING);
    readTwice(free(0.111));

    assertThat(watches.raised()).isEmpty();
  }

  @Test
  void a_limit_of_nothing_is_passed_by_anything_and_ends_at_nothing() {
    readTwice(Measure.critical(ServerAlert.ERROR_RATE, "here", 1, 0));
    assertThat(watches.raised()).hasSize(1);

    readTwice(Measure.critical(ServerAlert.ERROR_RATE, "here", 0, 0));

    assertThat(watches.raised()).isEmpty();
  }

  @Test
  void one_of_which_nothing_is_heard_for_five_minutes_ends() {
    readTwice(millis(300));
    for (var i = 0; i < 29; i++) read();
    assertThat(watches.raised()).hasSize(1);

    read();

    assertThat(watches.raised()).isEmpty();
  }
}
