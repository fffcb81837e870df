package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.it.bench.BareApplication;
import org.radcase.it.bench.baseline.Baseline;
import org.radcase.it.bench.baseline.Comparison;
import org.radcase.it.bench.baseline.Effort;
import org.radcase.it.bench.baseline.ServerFigures;
import org.radcase.it.bench.baseline.Turns;
import org.radcase.it.bench.baseline.Unit;
import org.radcase.it.server.TomcatServer;

/**
 * Runs the plans of {@code jmeter/} for some seconds by the command that hospital IT uses, and
 * measures the performance baseline in its short form. How fast this machine is, is not asked here.
 */
@Tag("own-server")
class LoadPlansTest {
  /** The plans, each with a request that comes early in it. */
  private static final Map<String, String> PLANS = new TreeMap<>(Map.of(
      "list", "Facets",
      "case", "Case",
      "dicom", "Whole series",
      "sign-in", "Sign in",
      "mixed", "Frame",
      "mixed-spike", "Frame",
      "mixed-stress", "Frame",
      "mixed-soak", "Frame"));

  private static final Pattern VERDICT = Pattern.compile("Verdict: (\\S+)");
  private static final Pattern REPORT = Pattern.compile("Report: +(\\S+)");
  private static final int CASES = 4;

  private static TomcatServer server;

  @TempDir
  Path folder;

  /** What the command said, and with which code it ended. */
  private record Run(int exit, String output) {
    List<Path> files(Pattern pattern) {
      return pattern.matcher(output).results().map(it -> Path.of(it.group(1))).toList();
    }
  }

  @BeforeAll
  static void start() {
    server = TomcatServer.onSqliteBeside(Map.of(), BareApplication::deploy);
    server.radcase().as("admin");
    for (var i = 0; i < CASES; i++) SlicedCase.madeBy(server.radcase().as("educator"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private Run load(String... settings) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(
        System.getProperty("radcase.maven"),
        "-B",
        "-ntp",
        "-Pload",
        "-Dmaven.repo.local=" + System.getProperty("radcase.maven.repository"),
        "-Duri=" + server.address(),
        "-Dlength=3",
        "-Dramp=0",
        "-Dthink=50"));
    command.addAll(Arrays.asList(settings));
    var output = folder.resolve("output.txt");
    var builder = new ProcessBuilder(command)
        .directory(Path.of(System.getProperty("radcase.project")).toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    // So short a test is mostly JMeter's own start.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    builder.environment().put("RADCASE_LOAD_PASSWORD", People.PASSWORD);
    var exit = builder.start().waitFor();
    return new Run(exit, Files.readString(output));
  }

  @Test
  void each_plan_passes_and_leaves_a_table_and_a_report() throws Exception {
    var run = load(
        "-Dplan=" + String.join(",", PLANS.keySet()),
        "-Dusers=2",
        "-Dreaders=2",
        "-Dspike=2",
        "-DspikeAfter=1",
        "-DspikeLength=1",
        "-Dslack=10000");

    assertThat(run.exit).as(run.output).isZero();
    var verdicts = run.files(VERDICT);
    assertThat(verdicts).hasSize(PLANS.size());
    var next = verdicts.iterator();
    PLANS.forEach((plan, request) -> assertThat(next.next())
        .content()
        .contains("Plan " + plan + " at", "PASSED")
        .containsPattern("(?m)^" + request + " .* pass$"));
    assertThat(run.files(REPORT)).hasSize(PLANS.size()).allSatisfy(report -> assertThat(report)
        .isNotEmptyFile());
  }

  @Test
  void a_target_that_is_not_met_fails_the_command() throws Exception {
    var impossible = "{p95: 60000, p99: 60000, errors: 0, perUser: 1000000}";
    var targets = Files.writeString(
        folder.resolve("targets.yaml"),
        "list:\n  Me: {p95: 60000, p99: 60000, errors: 0, perUser: 0}\n  Case list: " + impossible
            + "\n  Facets: " + impossible + "\n");

    var run = load("-Dplan=list", "-Dusers=1", "-Dtargets=" + targets);

    assertThat(run.exit).as(run.output).isNotZero();
    assertThat(run.output).containsPattern("Case list .* FAIL").contains("FAILED: 1 threads");
  }

  @Test
  void the_baseline_measures_every_figure_and_a_slower_run_is_judged_as_worse() {
    var turns = ServerFigures.measure(server, Effort.SHORT);

    assertThat(turns)
        .extracting(Turns::name)
        .containsExactly(
            "list of cases, HIT, 100 connections",
            "list of cases, MISS, 10 connections",
            "facets, HIT, 100 connections",
            "one case, HIT, 100 connections",
            "manifest, HIT, 100 connections",
            "list of cases, 304, 100 connections",
            "a whole instance, 100 connections",
            "a frame as JPEG-LS, 100 connections",
            "mixed, connections: 1",
            "mixed, connections: 1, p95",
            "mixed, connections: 10",
            "mixed, connections: 10, p95",
            "mixed, connections: 100",
            "mixed, connections: 100, p95",
            "upload of a series of 2");
    var recorded = Baseline.of(turns);
    var slower = Baseline.of(turns.stream().map(LoadPlansTest::halfAsGood).toList());
    assertThat(Comparison.of(recorded, Optional.of(recorded)).failures()).isEmpty();
    var comparison = Comparison.of(slower, Optional.of(recorded));
    assertThat(comparison.failures())
        .hasSameSizeAs(turns)
        .allMatch(it -> it.contains("worse, ratio × 0.500"));

    comparison.publish(folder);

    assertThat(Baseline.read(folder.resolve("baseline.json"))).isEqualTo(slower);
    assertThat(folder.resolve("baseline.html")).content().contains(">Worse</td>");
  }

  /** The same, where only the peers became twice as good. */
  private static Turns halfAsGood(Turns turns) {
    var isTime = turns.unit() == Unit.MILLIS;
    return new Turns(
        turns.group(),
        turns.name(),
        turns.unit(),
        turns.peer(),
        turns.values(),
        turns.peers().stream().map(it -> isTime ? it / 2 : it * 2).toList());
  }
}
