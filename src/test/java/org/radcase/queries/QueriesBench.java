package org.radcase.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.platform.jdbc.Database;
import org.radcase.queries.RecordingDataSource.Ran;
import org.radcase.testing.ServerConfigPools;
import org.radcase.testing.TestDatabases;

/**
 * Every statement of every DAO by the clock, on 100,000 cases, 5,000,000 instances, 1,000,000
 * reveals and 1,000,000 audit records: {@code mvn -Pbench -Dbench=Queries}. Fewer instances by
 * {@code -Dradcase.bench.instances}; the rest likewise.
 */
class QueriesBench {
  private static final int ROUNDS = 12;

  /** The first rounds warm the virtual machine and the database's caches. */
  private static final int WARM_UP = 2;

  private static final double GOAL_MILLIS = 10;

  private static final MuchData.Size SIZE = new MuchData.Size(
      5_000,
      Integer.getInteger("radcase.bench.cases", 100_000),
      Integer.getInteger("radcase.bench.instances", 5_000_000),
      Integer.getInteger("radcase.bench.reveals", 1_000_000),
      Integer.getInteger("radcase.bench.audits", 1_000_000));

  /** One statement, and how long each of its runs took. */
  private record Timed(String method, Ran ran, List<Double> millis) {
    double quantile(double part) {
      var sorted = new ArrayList<>(millis);
      Collections.sort(sorted);
      return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void every_statement_on_much_data(TestDatabases kind) throws SQLException, IOException {
    var fresh = kind.fresh();
    // Connections as hospitals have them: pooled, with what they keep in memory.
    var pool = ServerConfigPools.to(fresh.dataSource());
    try {
      var start = System.nanoTime();
      var made = MuchData.fill(fresh.dataSource(), fresh.database(), SIZE);
      var filled = (System.nanoTime() - start) / 1_000_000_000;
      var timed = new LinkedHashMap<String, Timed>();
      var warm = new boolean[1];
      var calls = new DaoCalls[1];
      var recording = new RecordingDataSource(pool, ran -> {
        // By its numbers too: a deep page is another thing than the first.
        var key = ran.sql() + numbers(ran);
        if (warm[0]) {
          timed
              .computeIfAbsent(key, it -> new Timed(calls[0].current(), ran, new ArrayList<>()))
              .millis()
              .add(ran.nanos() / 1e6);
        }
      });
      calls[0] = new DaoCalls(new Database(recording), new Values(made));
      for (var round = 0; round < ROUNDS; round++) {
        warm[0] = round >= WARM_UP;
        calls[0].callAll();
      }
      assertThat(calls[0].faults()).isEmpty();
      write(kind, filled, List.copyOf(timed.values()));
    } finally {
      pool.close();
      fresh.drop().run();
    }
  }

  private static List<Object> numbers(Ran ran) {
    return ran.arguments().values().stream().filter(Integer.class::isInstance).toList();
  }

  private static void write(TestDatabases kind, long filledSeconds, List<Timed> all)
      throws IOException {
    var name = kind.name().toLowerCase(Locale.ROOT);
    var lines =
        new StringBuilder("# %s, %s, filled in %d s%n%n".formatted(name, SIZE, filledSeconds));
    lines.append(
        "| method | statements | runs | p50 of the median, ms | p95 of the slowest, ms | over 10 ms |\n|---|---|---|---|---|---|\n");
    Map<String, List<Timed>> byMethod = new LinkedHashMap<>();
    all.forEach(
        one -> byMethod.computeIfAbsent(one.method(), it -> new ArrayList<>()).add(one));
    byMethod.forEach((method, list) -> lines.append(row(method, list)));
    lines.append("\n## Slower than the goal\n\n");
    all.stream()
        .filter(one -> one.quantile(0.95) > GOAL_MILLIS)
        .sorted(Comparator.comparingDouble((Timed one) -> one.quantile(0.95)).reversed())
        .forEach(one -> lines.append("%s: p50 %.1f ms, p95 %.1f ms%n```%n%s%n%s%n```%n%n"
            .formatted(
                one.method(),
                one.quantile(0.5),
                one.quantile(0.95),
                one.ran().sql(),
                one.ran().arguments())));
    var file = Path.of("target/bench/queries-" + name + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    System.out.println(lines.substring(0, lines.indexOf("## Slower")));
  }

  private static String row(String method, List<Timed> list) {
    var medians = list.stream().map(one -> one.quantile(0.5)).sorted().toList();
    var slowest = list.stream().mapToDouble(one -> one.quantile(0.95)).max().orElseThrow();
    var over = list.stream().filter(one -> one.quantile(0.95) > GOAL_MILLIS).count();
    var runs = list.stream().mapToInt(one -> one.millis().size()).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.2f | %.2f | %d |%n",
        method,
        list.size(),
        runs,
        medians.get(medians.size() / 2),
        slowest,
        over);
  }
}
