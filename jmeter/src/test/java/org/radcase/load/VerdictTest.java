package org.radcase.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
  private static final String COLUMNS = "timeStamp,elapsed,label,responseCode,responseMessage,"
      + "threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,"
      + "Latency,IdleTime,Connect\n";
  private static final Target EASY = new Target(100, 1000, 0, 1);

  @TempDir
  Path folder;

  private static String sample(long began, int millis, String label, int code, String why) {
    return "%d,%d,%s,%d,,Users 1-1,text,%s,%s,500,200,2,2,http://localhost/,1,0,0\n"
        .formatted(began, millis, label, code, code == 200, why);
  }

  /** A hundred requests, one each 100 ms, answered in 1 to 100 ms. */
  private static String hundred(String label) {
    return IntStream.rangeClosed(1, 100)
        .mapToObj(i -> sample(100L * i, i, label, 200, ""))
        .collect(Collectors.joining());
  }

  private Verdict on(String samples, Map<String, Target> targets) throws IOException {
    var results = Files.writeString(folder.resolve("results.csv"), COLUMNS + samples);
    return Verdict.on(Outcome.read(results), targets);
  }

  @Test
  void a_run_that_reaches_its_targets_passes_and_says_by_how_much() throws IOException {
    var verdict = on(hundred("Case"), Map.of("Case", EASY));

    assertThat(verdict.passed()).as(verdict.text()).isTrue();
    assertThat(verdict.text())
        .contains("95 <= 100", "99 <= 1000", "0.00 <= 0.00", "300.00 >= 1.00")
        .contains("PASSED: 2 threads, 10 s");
  }

  @Test
  void each_target_alone_can_fail_it() throws IOException {
    var fast = Map.of("p95", new Target(94, 1000, 0, 1), "p99", new Target(100, 98, 0, 1));
    for (var target : fast.values()) {
      assertThat(on(hundred("Case"), Map.of("Case", target)).passed()).isFalse();
    }
    var often = on(hundred("Case"), Map.of("Case", new Target(100, 1000, 0, 301)));
    assertThat(often.passed()).isFalse();
    assertThat(often.text()).contains("300.00 <  301.00", "FAIL");
  }

  @Test
  void an_error_fails_it_and_is_told() throws IOException {
    var refused = sample(5000, 5, "Case", 503, "\"busy, \"\"come again\"\"\"");

    var verdict = on(hundred("Case") + refused, Map.of("Case", EASY));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.text()).contains("0.99 >  0.00", "1 x Case: 503 busy, \"come again\"");
    assertThat(on(hundred("Case") + refused, Map.of("Case", new Target(100, 1000, 1, 1)))
            .passed())
        .isTrue();
  }

  @Test
  void a_run_that_measured_nothing_fails() throws IOException {
    var refused = sample(0, 5, "Prepare: administrator signs in", 401, "");
    var mayBeMissing = Map.of("Case", new Target(100, 1000, 0, 0));

    var verdict = on(refused, mayBeMissing);

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.text())
        .contains("Nothing was measured.", "1 x Prepare: administrator signs in: 401");
    assertThat(Verdict.on(Outcome.read(folder.resolve("nothing.csv")), mayBeMissing)
            .passed())
        .isFalse();
  }

  @Test
  void what_is_too_rare_for_the_run_may_be_missing_and_other_requests_not() throws IOException {
    // Of two users in ten seconds: 0.9 and 1.1.
    for (var perUser : Map.of(2.7, true, 3.3, false).entrySet()) {
      var rare = new Target(100, 1000, 0, perUser.getKey());

      assertThat(on(hundred("Case"), Map.of("Case", EASY, "Edit case", rare)).passed())
          .isEqualTo(perUser.getValue());
    }
  }

  @Test
  void a_request_without_a_target_fails_it() throws IOException {
    var verdict = on(hundred("Case") + hundred("Frame"), Map.of("Case", EASY));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.text()).containsPattern("Frame .* FAIL: no target");
  }
}
