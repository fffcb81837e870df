package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.TomcatServer;

/**
 * How much of a day's work comes from the cache. At full size:
 * {@code -Dradcase.day.people=1000 -Dradcase.day.cases=5000 -Dradcase.day.requests=240000
 * -Dradcase.day.least=95}. The order in which entries were asked for stays in
 * {@code target/bench/day.trace}, for {@code EvictionBench}.
 */
@Tag("own-server")
class HitRateTest {
  private static final int PEOPLE = Integer.getInteger("radcase.day.people", 20);
  private static final int CASES = Integer.getInteger("radcase.day.cases", 50);
  private static final int REQUESTS = Integer.getInteger("radcase.day.requests", 2_000);
  private static final int LEAST_PERCENT = Integer.getInteger("radcase.day.least", 85);

  /** Not counted: a short day is measured in its middle, and a long one begins early. */
  private static final int BEFORE = Integer.getInteger("radcase.day.before", 500);

  private static final int WITHOUT_CACHES = 500;
  private static final double MOST_STATEMENTS = 0.2;

  @Test
  void most_of_a_day_is_answered_without_the_database() {
    try (var server = TomcatServer.onSqlite(Map.of())) {
      var caches = CacheAdministrator.of(server.radcase());
      var day = MixedUse.of(server.radcase(), PEOPLE, CASES);
      day.work(BEFORE);

      var begin = caches.statements();
      var tally = day.work(REQUESTS);
      var with = (caches.statements() - begin) / (double) tally.requests();
      tally.writeTrace(Path.of("target/bench/day.trace"));
      var without = statementsWithout();

      System.out.printf(
          Locale.ROOT,
          "Day: %d people, %d cases, %d requests, hit rate %.4f,"
              + " %.3f statements a request, %.3f without caches, ratio %.3f%n",
          PEOPLE,
          CASES,
          tally.requests(),
          tally.hitRate(),
          with,
          without,
          with / without);
      assertThat(tally.hitRate()).isGreaterThanOrEqualTo(LEAST_PERCENT / 100.0);
      assertThat(with / without).isLessThanOrEqualTo(MOST_STATEMENTS);
    }
  }

  /** A request's statements on a server that keeps nothing, as it waits for its Redis. */
  private static double statementsWithout() {
    var nowhere = Map.of("RADCASE_CLUSTER", "true", "RADCASE_REDIS_URI", "redis://localhost:1");
    try (var server = TomcatServer.onSqlite(nowhere)) {
      var caches = CacheAdministrator.of(server.radcase());
      var day = MixedUse.of(server.radcase(), Math.min(PEOPLE, 20), Math.min(CASES, 50));
      day.work(WITHOUT_CACHES);
      var begin = caches.statements();
      day.work(WITHOUT_CACHES);
      return (caches.statements() - begin) / (double) WITHOUT_CACHES;
    }
  }
}
