package org.radcase.it.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run is judged. */
class BaselineTest {
  private static Turns turns(Unit unit, List<Double> values, List<Double> peers) {
    return new Turns("API", "one case", unit, "a bare servlet", values, peers);
  }

  private static Figure figure(String name, double ratio, double spread) {
    return new Figure(
        "API", name, Unit.REQUESTS_A_SECOND, 1_000, "a bare servlet", 1_000, ratio, spread, 7);
  }

  private static Baseline baseline(Figure... figures) {
    return new Baseline(
        1, "2026-11-22T15:00:00Z", "0123456789ab", "2 × a processor", "17", List.of(figures));
  }

  private static Judged judged(Figure now, Figure recorded) {
    return Judged.all(baseline(now), Optional.of(baseline(recorded))).get(0);
  }

  @Test
  void a_rate_is_better_the_higher_and_a_time_the_lower() {
    var rate = Figure.of(turns(Unit.REQUESTS_A_SECOND, List.of(30.0), List.of(40.0)));
    var time = Figure.of(turns(Unit.MILLIS, List.of(4.0), List.of(3.0)));

    assertThat(rate.ratio()).isEqualTo(0.75);
    assertThat(time.ratio()).isEqualTo(0.75);
  }

  @Test
  void each_turn_is_compared_with_its_own_peer() {
    // The machine slows down to a third while it measures; the program does not.
    var figure = Figure.of(turns(
        Unit.REQUESTS_A_SECOND, List.of(900.0, 600.0, 300.0), List.of(1800.0, 1200.0, 600.0)));

    assertThat(figure.ratio()).isEqualTo(0.5);
    assertThat(figure.spread()).isZero();
    assertThat(figure.value()).isEqualTo(600);
    assertThat(figure.peerValue()).isEqualTo(1200);
  }

  @Test
  void one_disturbed_turn_changes_neither_ratio_nor_spread_by_much() {
    var calm = Figure.of(
        turns(Unit.REQUESTS_A_SECOND, List.of(98.0, 99.0, 100.0, 101.0, 102.0), hundreds(5)));
    var disturbed = Figure.of(
        turns(Unit.REQUESTS_A_SECOND, List.of(98.0, 99.0, 100.0, 101.0, 10.0), hundreds(5)));

    assertThat(calm.ratio()).isEqualTo(1);
    assertThat(calm.spread()).isCloseTo(0.0148, within(0.0001));
    assertThat(disturbed.ratio()).isEqualTo(0.99);
    assertThat(disturbed.spread()).isCloseTo(0.0150, within(0.0001));
  }

  private static List<Double> hundreds(int count) {
    return Collections.nCopies(count, 100.0);
  }

  @Test
  void between_two_turns_in_the_middle_lies_the_median() {
    var figure =
        Figure.of(turns(Unit.REQUESTS_A_SECOND, List.of(40.0, 10.0, 20.0, 30.0), hundreds(4)));

    assertThat(figure.value()).isEqualTo(25);
    assertThat(figure.ratio()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({
    "0.50, 0.00, 0.50, 0.00, SAME",
    "0.44, 0.00, 0.50, 0.00, SAME",
    "0.43, 0.00, 0.50, 0.00, WORSE",
    "0.57, 0.00, 0.50, 0.00, SAME",
    "0.58, 0.00, 0.50, 0.00, BETTER",
    // 3 standard deviations of either run, and of both together
    "0.39, 0.10, 0.50, 0.00, SAME",
    "0.38, 0.10, 0.50, 0.00, WORSE",
    "0.39, 0.00, 0.50, 0.10, SAME",
    "0.38, 0.00, 0.50, 0.10, WORSE",
    "0.20, 0.30, 0.50, 0.40, SAME",
    "0.19, 0.30, 0.50, 0.40, WORSE"
  })
  void a_figure_is_judged_by_its_ratio_within_its_tolerance(
      double now, double spread, double recorded, double recordedSpread, Verdict verdict) {
    var judged = judged(figure("list", now, spread), figure("list", recorded, recordedSpread));

    assertThat(judged.verdict()).isEqualTo(verdict);
    assertThat(judged.change()).hasValueSatisfying(it -> assertThat(it).isEqualTo(now / recorded));
  }

  @Test
  void what_is_recorded_and_was_not_measured_fails_and_what_is_new_does_not() {
    var now = baseline(figure("list", 0.5, 0), figure("facets", 0.5, 0));
    var recorded = baseline(figure("list", 0.5, 0), figure("manifest", 0.5, 0));

    var comparison = Comparison.of(now, Optional.of(recorded));

    assertThat(comparison.judged())
        .extracting(Judged::verdict)
        .containsExactly(Verdict.SAME, Verdict.NEW, Verdict.GONE);
    assertThat(comparison.failures()).containsExactly("API, manifest: gone");
    assertThat(Comparison.of(now, Optional.empty()).failures()).isEmpty();
  }

  @Test
  void beside_another_peer_it_is_another_figure() {
    var now = figure("list", 0.5, 0);
    var recorded =
        new Figure("API", "list", Unit.REQUESTS_A_SECOND, 1_000, "nginx", 1_000, 0.5, 0, 7);

    assertThat(Judged.all(baseline(now), Optional.of(baseline(recorded))))
        .extracting(Judged::verdict)
        .containsExactly(Verdict.NEW, Verdict.GONE);
  }

  @Test
  void a_failure_says_which_figure_by_how_much_and_what_is_tolerated() {
    var comparison = Comparison.of(
        baseline(figure("list", 0.25, 0.1)), Optional.of(baseline(figure("list", 0.5, 0))));

    assertThat(comparison.failures())
        .containsExactly("API, list: worse, ratio × 0.500 where 1/1.30 is tolerated");
  }

  @Test
  void a_baseline_is_read_as_it_was_written(@TempDir Path folder) {
    var file = folder.resolve("bench/baseline.json");
    var made = Baseline.of(List.of(turns(Unit.MICROS, List.of(1.23456), List.of(1.0))));

    made.write(file);

    assertThat(Baseline.read(file)).isEqualTo(made);
    assertThat(file).content().contains("\"unit\" : \"µs\"", "\"value\" : 1.235");
  }

  @Test
  void another_schema_is_not_compared(@TempDir Path folder) throws Exception {
    var file = folder.resolve("baseline.json");
    baseline(figure("list", 0.5, 0)).write(file);
    Files.writeString(file, Files.readString(file).replace("\"schema\" : 1", "\"schema\" : 2"));

    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .rootCause()
        .hasMessageContaining("record it again");
  }

  @Test
  void the_page_tells_every_verdict_and_loads_nothing(@TempDir Path folder) throws Exception {
    var now = baseline(
        figure("list", 0.5, 0), figure("one <case>", 0.2, 0), figure("facets", 1.2345, 0.02));
    var recorded =
        baseline(figure("list", 0.5, 0), figure("one <case>", 0.5, 0), figure("manifest", 0.5, 0));

    Comparison.of(now, Optional.of(recorded)).publish(folder);

    var page = Files.readString(folder.resolve("baseline.html"));
    assertThat(Stream.of("Same", "Worse", "New", "Gone").map(it -> ">" + it + "</td>"))
        .allSatisfy(it -> assertThat(page).contains(it));
    assertThat(page)
        .contains("Better: 0 · Same: 1 · Worse: 1 · New: 1 · Gone: 1")
        .contains("one &lt;case>", "1.23 ± 2 %", "× 0.400", "1,000 requests/s", "0123456789ab")
        .doesNotContain("http:", "https:", "src=", "url(", "<script");
    assertThat(Baseline.read(folder.resolve("baseline.json"))).isEqualTo(now);
  }
}
