package org.radcase.platform.metrics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What it costs to measure, by JMH. {@code mvn -Pbench -Dbench=Metrics}. */
class MetricsBench {
  @Test
  void recording() throws Exception {
    var lines = new StringBuilder("| what, threads | figure |\n|---|---|\n");
    for (var threads : new int[] {1, 2}) {
      var options = new OptionsBuilder()
          .include("org\\.radcase\\.platform\\.metrics\\..*Benchmark\\.")
          .forks(1)
          .threads(threads)
          .warmupIterations(3)
          .warmupTime(TimeValue.seconds(2))
          .measurementIterations(5)
          .measurementTime(TimeValue.seconds(2))
          .build();
      for (var result : new Runner(options).run()) {
        lines.append(String.format(
            Locale.ROOT,
            "| %s, %d | %.0f ns |%n",
            result.getParams().getBenchmark().replaceAll(".*\\.", ""),
            threads,
            result.getPrimaryResult().getScore()));
      }
    }
    var file = Path.of("target/bench/metrics.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    System.out.println(lines);
  }
}
