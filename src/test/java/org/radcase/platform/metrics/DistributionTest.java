package org.radcase.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final Percentage PROMISED = Percentage.withPercentage(6.25);

  private final Meters meters = GivenMetrics.meters();

  private Timing took(String route, int times, long millis) {
    var timing = meters.timing(RequestMetrics.DURATION, route, "GET", "200", "2xx");
    for (var i = 0; i < times; i++) timing.add(TimeUnit.MILLISECONDS.toNanos(millis));
    return timing;
  }

  @Test
  void the_percentiles_of_a_sum_are_those_of_all_that_was_measured() {
    var one = Distribution.of(List.of(took("/quick", 940, 10)));
    var other = Distribution.of(List.of(took("/slow", 60, 1000)));

    var sum = one.plus(other);

    assertThat(sum.count()).isEqualTo(1000);
    assertThat(sum.percentiles().p50()).isCloseTo(10, PROMISED);
    assertThat(sum.percentiles().p95())
        .as("the mean of both percentiles would be 505")
        .isCloseTo(1000, PROMISED);
    assertThat(sum.seconds()).isCloseTo(69.4, PROMISED);
  }

  @Test
  void what_has_come_since_is_told_apart_from_what_was_before() {
    var timing = took("/cases", 100, 10);
    var before = Distribution.of(List.of(timing));

    took("/cases", 5, 2000);

    var since = Distribution.of(List.of(timing)).since(before);
    assertThat(since.count()).isEqualTo(5);
    assertThat(since.percentiles().p50()).isCloseTo(2000, PROMISED);
    assertThat(before.count()).isEqualTo(100);
  }

  @Test
  void it_is_the_same_after_it_was_kept_by_its_buckets() {
    var made = Distribution.of(List.of(took("/cases", 7, 10), took("/slow", 3, 900)));

    var kept = Distribution.of(made.counts());

    assertThat(kept.counts()).isEqualTo(made.counts());
    assertThat(kept.percentiles()).isEqualTo(made.percentiles());
  }

  @Test
  void buckets_that_there_are_not_are_left_out() {
    assertThat(Distribution.of(Map.of(-1, 5L, 100_000, 5L, 3, 2L)).count()).isEqualTo(2);
    assertThat(Distribution.NOTHING.percentiles().p50()).isNaN();
    assertThat(Distribution.NOTHING.seconds()).isCloseTo(0, within(0.0));
  }
}
