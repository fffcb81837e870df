package org.radcase.viewing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  private static Tally tally(
      Instant began, Measure measure, Device device, int value, long visits) {
    return new Tally(began, measure, device, Histogram.bucketOf(value), visits);
  }

  @Test
  void devices_and_measures_are_told_apart_and_days_one_after_the_other() {
    var speeds = Speed.of(List.of(
        tally(TUESDAY, Measure.PREVIEW, Device.DESKTOP, 10, 1),
        tally(MONDAY, Measure.PREVIEW, Device.DESKTOP, 4, 3),
        tally(MONDAY, Measure.FRAMES, Device.PHONE, 7, 1),
        tally(MONDAY, Measure.PREVIEW, Device.PHONE, 19, 1)));

    assertThat(speeds)
        .extracting(it -> it.measure() + " " + it.device())
        .containsExactly("PREVIEW PHONE", "PREVIEW DESKTOP", "FRAMES PHONE");
    var onDesktops = speeds.get(1);
    assertThat(onDesktops.steps().keySet()).containsExactly(MONDAY, TUESDAY);
    assertThat(onDesktops.steps().values()).extracting(Histogram::count).containsExactly(3L, 1L);
    assertThat(onDesktops.whole().percentile(75)).isEqualTo(4);
    assertThat(onDesktops.whole().percentile(99)).isEqualTo(10);
  }

  @Test
  void without_visits_there_is_nothing_to_tell() {
    assertThat(Speed.of(List.of())).isEmpty();
  }
}
