package org.radcase.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The targets of this project, beside its plans. */
class TargetsTest {
  private static final Path PLANS = Path.of("plans");
  private static final Path TARGETS = Path.of("targets.yaml");
  private static final Pattern REQUEST = Pattern.compile(
      "testclass=\"(?:HTTPSamplerProxy|TransactionController)\" testname=\"([^\"]+)\"");
  private static final Pattern INCLUDED =
      Pattern.compile("name=\"IncludeController.includepath\">([^<]+)<");

  @TempDir
  Path folder;

  @Test
  void every_request_of_every_plan_has_targets_and_no_others_have() throws IOException {
    try (var files = Files.list(PLANS)) {
      var plans = files.filter(Files::isRegularFile).toList();
      assertThat(plans).hasSize(8);
      for (var plan : plans) {
        var name = plan.getFileName().toString().replace(".jmx", "");
        assertThat(Targets.of(TARGETS, name, 1).keySet())
            .as(name)
            .containsExactlyInAnyOrderElementsOf(requests(plan));
      }
    }
  }

  private static Set<String> requests(Path plan) throws IOException {
    var text = Files.readString(plan);
    var requests = new TreeSet<String>();
    REQUEST.matcher(text).results().map(it -> it.group(1)).forEach(requests::add);
    for (var part : INCLUDED.matcher(text).results().map(it -> it.group(1)).toList()) {
      requests.addAll(requests(PLANS.resolve(part)));
    }
    requests.removeIf(it -> it.startsWith("Prepare: "));
    if (text.contains(">refusal<")) requests.add("Refused");
    return requests;
  }

  @Test
  void slack_is_for_times_and_throughput_and_not_for_errors() throws IOException {
    var file = written("mixed:\n  Case: {p95: 100, p99: 200, errors: 1, perUser: 6}\n");

    assertThat(Targets.of(file, "mixed", 3).get("Case")).isEqualTo(new Target(300, 600, 1, 2));
  }

  @Test
  void what_is_misspelt_or_left_out_is_refused() throws IOException {
    for (var wrong : Set.of(
        "mixed:\n  Case: {p95: 100, p99: 200, errors: 1}\n",
        "mixed:\n  Case: {p95: 100, p99: 200, error: 1, errors: 1, perUser: 6}\n",
        "mixed:\n  Case: {p95: soon, p99: 200, errors: 1, perUser: 6}\n",
        "mixed:\n  Case: {p95: 1, p95: 100, p99: 200, errors: 1, perUser: 6}\n",
        "mixed: [")) {
      var file = written(wrong);
      assertThatThrownBy(() -> Targets.of(file, "mixed", 1))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("targets");
    }
    var file = written("list:\n");
    for (var plan : Set.of("list", "mixed")) {
      assertThatThrownBy(() -> Targets.of(file, plan, 1))
          .hasMessageContaining("no targets of the plan " + plan);
    }
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("targets.yaml"), text);
  }
}
