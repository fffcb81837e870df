package org.radcase.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  private static final Percentage PROMISED = Percentage.withPercentage(6.25);

  private static double quantile(long[] durations, double part) {
    var latencies = new Latencies();
    for (var duration : durations) latencies.add(duration);
    var counts = Latencies.nothing();
    latencies.addTo(counts);
    return Latencies.quantile(counts, part);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.95, 0.99, 1})
  void a_percentile_is_told_as_exactly_as_promised(double part) {
    var random = new Random(20261122);
    for (var round = 0; round < 100; round++) {
      var durations = random
          .doubles(1 + random.nextInt(500), 11, 40)
          .mapToLong(power -> (long) Math.pow(2, power))
          .toArray();

      var told = quantile(durations, part);

      Arrays.sort(durations);
      var exact = durations[(int) Math.ceil(part * durations.length) - 1];
      assertThat(told).isCloseTo((double) exact, PROMISED);
    }
  }

  @Test
  void a_longer_duration_is_never_told_as_a_shorter_one() {
    var random = new Random(20261122);
    var durations = random.longs(10_000, 0, 1L << 43).sorted().toArray();
    for (var i = 1; i < durations.length; i++) {
      assertThat(Latencies.bucketOf(durations[i]))
          .isGreaterThanOrEqualTo(Latencies.bucketOf(durations[i - 1]));
    }
  }

  @Test
  void no_time_and_a_day_have_a_place_too() {
    assertThat(quantile(new long[] {0}, 0.5)).isCloseTo(1_000, within(150.0));
    assertThat(quantile(new long[] {TimeUnit.DAYS.toNanos(1)}, 0.5))
        .isGreaterThan((double) TimeUnit.HOURS.toNanos(1));
  }

  @Test
  void nothing_has_no_percentile() {
    assertThat(quantile(new long[0], 0.5)).isNaN();
  }
}
