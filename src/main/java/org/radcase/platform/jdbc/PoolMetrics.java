package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;

/** The pools' figures, and how long statements take, for each database that there is. */
@ApplicationScoped
public class PoolMetrics implements MetricSource {
  private static final String DATABASE = "database";

  private static final Metric STATEMENT = new Metric(
      "radcase_database_statement_duration",
      Unit.SECONDS,
      "Statements, and how long each took until its first row",
      DATABASE,
      "kind");
  private static final Metric UP =
      level("up", Unit.NONE, "Whether the database answers, as far as is known: 1 or 0");
  public static final Metric IN_USE =
      level("connections_in_use", Unit.NONE, "Connections that RadCase has borrowed");
  private static final Metric IDLE =
      level("connections_idle", Unit.NONE, "Connections that nobody has");
  public static final Metric MOST =
      level("connections_max", Unit.NONE, "Connections that the server's pool gives");
  public static final Metric WAITING =
      level("connections_waiting", Unit.NONE, "Threads that wait for a connection");
  private static final Metric WAIT_P95 = level(
      "connection_wait_p95",
      Unit.SECONDS,
      "95 of 100 of the last thousand borrowers waited so long at the most");
  private static final Metric LEAKED =
      level("connections_leaked", Unit.NONE, "Connections that somebody has forgotten");
  private static final Metric LOG_SIZE =
      level("log_size", Unit.BYTES, "Size of SQLite's write-ahead log");
  private static final Metric BORROWED =
      level("connections_borrowed", Unit.NONE, "Connections borrowed since the start");
  private static final Metric TRANSACTIONS =
      level("transactions", Unit.NONE, "Transactions committed since the start");
  private static final Metric RETRIES =
      level("retries", Unit.NONE, "Reads and transactions that were tried again");
  private static final Metric LOST =
      level("connections_lost", Unit.NONE, "Connections that broke in use");
  private static final Metric EXHAUSTIONS =
      level("exhaustions", Unit.NONE, "Borrowers that got no connection because all were in use");

  private static final double MICROS_A_SECOND = 1e6;

  private final List<Pool> pools;

  @Inject
  PoolMetrics(Pools pools, Meters meters) {
    this.pools = pools.all();
    for (var pool : this.pools) {
      pool.lending()
          .tell((kind, nanos) ->
              meters.timing(STATEMENT, pool.name(), kind.term()).add(nanos));
    }
  }

  private static Metric level(String name, Unit unit, String description) {
    return new Metric("radcase_database_" + name, unit, description, DATABASE);
  }

  @Override
  public void measure(Readings readings) {
    pools.forEach(pool -> measure(pool.figures(), readings));
  }

  private static void measure(PoolFigures pool, Readings readings) {
    var name = pool.name();
    readings.level(UP, pool.answers() ? 1 : 0, name);
    readings.level(IN_USE, pool.inUse(), name);
    readings.level(WAITING, pool.waiting(), name);
    var idle = pool.idle();
    if (idle != null) readings.level(IDLE, idle, name);
    var most = pool.most();
    if (most != null) readings.level(MOST, most, name);
    readings.level(WAIT_P95, pool.waitP95Micros() / MICROS_A_SECOND, name);
    readings.level(LEAKED, pool.leaks().size(), name);
    readings.level(LOG_SIZE, pool.logBytes(), name);
    readings.total(BORROWED, pool.borrowed(), name);
    readings.total(TRANSACTIONS, pool.transactions(), name);
    readings.total(RETRIES, pool.retries(), name);
    readings.total(LOST, pool.lost(), name);
    readings.total(EXHAUSTIONS, pool.exhaustions(), name);
  }
}
