package org.radcase.it.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcase.it.bench.BareApplication;
import org.radcase.it.bench.Load;
import org.radcase.it.server.TomcatServer;

/**
 * {@code mvn -Pbench -Dbench=Baseline}: reads what the class of the same name in {@code src/test} has
 * measured, measures what comes by HTTP, and compares with what is recorded. Fails when a figure is
 * worse. {@code -Dradcase.baseline.record=true} records it instead; {@code
 * -Dradcase.baseline.short=true} does neither. Needs wrk (Debian: wrk).
 */
class BaselineBench {
  private static final Path RECORDED = Path.of("src/test/resources/bench/baseline.json");
  private static final Path INSIDE =
      Path.of(System.getProperty("radcase.project"), "target/bench/baseline-inside.json");

  @Test
  void beside_the_recorded_one() throws IOException {
    Load.requireWrk();
    var effort = Boolean.getBoolean("radcase.baseline.short") ? Effort.SHORT : Effort.FULL;
    var turns = new ArrayList<>(measuredInside());
    try (var server = TomcatServer.onSqliteBeside(Map.of(), BareApplication::deploy)) {
      turns.addAll(ServerFigures.measure(server, effort));
    }
    var now = Baseline.of(turns);
    var comparison = Comparison.of(
        now, Files.exists(RECORDED) ? Optional.of(Baseline.read(RECORDED)) : Optional.empty());

    comparison.publish(Path.of("target/bench"));

    if (effort == Effort.SHORT) return;
    if (Boolean.getBoolean("radcase.baseline.record")) now.write(RECORDED);
    else assertThat(comparison.failures()).as("worse than recorded").isEmpty();
  }

  /** Once: figures of an earlier run would be judged as new ones. */
  private static List<Turns> measuredInside() throws IOException {
    assertThat(INSIDE)
        .as("the first part of mvn -Pbench -Dbench=Baseline leaves it, in the folder above")
        .isRegularFile();
    var turns = List.of(new ObjectMapper().readValue(INSIDE.toFile(), Turns[].class));
    Files.delete(INSIDE);
    return turns;
  }
}
