package org.radcase.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcase.platform.metrics.Metric.Unit;

class MetersTest {
  private static final Metric WAITS =
      new Metric("radcase_test_wait", Unit.SECONDS, "Waits", "place");
  private static final Metric VISITS =
      new Metric("radcase_test_visits", Unit.NONE, "Visits", "place");
  private static final Metric WATER = new Metric("radcase_test_water", Unit.BYTES, "Water");

  private final Meters meters = GivenMetrics.meters();

  @AfterEach
  void remove() {
    meters.end();
  }

  private static Object attribute(String name, String attribute) throws Exception {
    return ManagementFactory.getPlatformMBeanServer()
        .getAttribute(new ObjectName("org.radcase:type=Metric,name=" + name), attribute);
  }

  @Test
  void beyond_its_bound_all_that_comes_is_one_series() {
    for (var i = 0; i < 3 * Meters.MOST_SERIES; i++) {
      meters.count(VISITS, "place-" + i).increment();
    }

    assertThat(meters.all()).hasSize(Meters.MOST_SERIES + 1);
    assertThat(meters.count(VISITS, Meters.OTHER).value()).isEqualTo(2L * Meters.MOST_SERIES);
    assertThat(meters.total(VISITS)).isEqualTo(3L * Meters.MOST_SERIES);
  }

  @Test
  void a_series_needs_a_value_for_each_label() {
    assertThat(catchThrowable(() -> meters.count(VISITS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("place");
  }

  @Test
  void each_series_is_in_JMX_as_long_as_the_server_runs() throws Exception {
    meters.count(VISITS, "the \"door\", left").add(3);
    meters.timing(WAITS, "desk").add(2_000_000_000);
    meters.level(WATER).set(7);

    assertThat(attribute("radcase_test_visits_total,place=\"the \\\"door\\\", left\"", "Count"))
        .isEqualTo(3L);
    assertThat(attribute("radcase_test_wait_seconds,place=\"desk\"", "SumSeconds"))
        .isEqualTo(2.0);
    assertThat((Double) attribute("radcase_test_wait_seconds,place=\"desk\"", "P95Millis"))
        .isBetween(1_875.0, 2_125.0);
    assertThat(attribute("radcase_test_water_bytes", "Value")).isEqualTo(7.0);

    meters.end();

    assertThat(ManagementFactory.getPlatformMBeanServer()
            .queryNames(new ObjectName("org.radcase:type=Metric,name=radcase_test*,*"), null))
        .isEmpty();
  }

  @Test
  void a_figure_that_is_not_told_any_more_is_unknown() {
    var known = new ArrayList<>(List.of(1.0));
    var sampler = new Sampler(
        meters, List.of(readings -> known.forEach(value -> readings.level(WATER, value))));

    sampler.sample();
    assertThat(meters.levelOf(WATER)).isEqualTo(1);

    known.clear();
    sampler.sample();
    assertThat(meters.levelOf(WATER)).isNaN();
  }

  @Test
  void a_source_that_fails_keeps_the_others_from_nothing() {
    var sampler = new Sampler(
        meters,
        List.of(
            readings -> {
              throw new IllegalStateException("The disk is gone");
            },
            readings -> readings.level(WATER, 2)));

    sampler.sample();

    assertThat(meters.levelOf(WATER)).isEqualTo(2);
  }

  @Test
  void a_total_is_followed_also_when_it_begins_anew() {
    var totals = List.of(5L, 5L, 9L, 2L, 3L).iterator();
    var sampler =
        new Sampler(meters, List.of(readings -> readings.total(VISITS, totals.next(), "door")));

    while (totals.hasNext()) sampler.sample();

    assertThat(meters.total(VISITS)).isEqualTo(10);
  }
}
