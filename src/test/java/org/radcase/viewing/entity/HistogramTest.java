package org.radcase.viewing.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private static Histogram of(int... values) {
    var counts = new TreeMap<Integer, Long>();
    for (var value : values) counts.merge(Histogram.bucketOf(value), 1L, Long::sum);
    return new Histogram(counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 75, 95, 99, 100})
  void a_percentile_is_the_nearest_rank_within_half_a_bucket(int percent) {
    var random = new Random(percent);
    for (var round = 0; round < 200; round++) {
      var scale = random.nextDouble(18);
      var values = random
          .ints(1 + random.nextInt(300))
          .map(it -> (int) Math.exp(random.nextDouble() * scale))
          .sorted()
          .toArray();
      var exact = values[(int) Math.ceil(values.length * percent / 100.0) - 1];

      assertThat((double) of(values).percentile(percent))
          .isCloseTo(exact, within(0.025 * exact + 0.5));
    }
  }

  @Test
  void small_numbers_are_told_exactly() {
    for (var value : IntStream.rangeClosed(0, 19).toArray()) {
      assertThat(of(value).percentile(50)).isEqualTo(value);
    }
  }

  @Test
  void larger_numbers_are_never_in_a_lower_bucket() {
    for (var value = 0; value < 10_000; value++) {
      assertThat(Histogram.bucketOf(value + 1)).isGreaterThanOrEqualTo(Histogram.bucketOf(value));
    }
    assertThat(Histogram.bucketOf(Integer.MAX_VALUE))
        .as("so many rows at the most")
        .isLessThan(450);
  }

  @Test
  void a_sum_is_what_both_counted() {
    var sum = of(0, 5, 5).plus(of(5, 1000));

    assertThat(sum).isEqualTo(of(0, 5, 5, 5, 1000));
    assertThat(sum.count()).isEqualTo(5);
  }

  @Test
  void of_nothing_there_is_no_percentile() {
    assertThatThrownBy(() -> of().percentile(50)).isInstanceOf(IllegalStateException.class);
  }
}
