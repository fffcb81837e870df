package org.radcase.platform.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.testing.PostgresServer;
import org.radcase.testing.ServerConfigPools;

/**
 * How many writers at once a database carries: {@code mvn -Pbench -Dbench=Writers}. Each transaction
 * reads a row, changes it, adds another, and is on the disk when it returns. The peer is one thread
 * with a connection of its own and the same statements.
 */
class WritersBench {
  private static final long NANOS_EACH = Duration.ofSeconds(10).toNanos();
  private static final int ROWS = 10_000;
  private static final String TEXT = "A finding of the usual length. ".repeat(30);

  @TempDir
  Path folder;

  private record Figures(int writers, double perSecond, List<Long> sortedNanos) {
    private double millis(double part) {
      return sortedNanos.get((int) (part * (sortedNanos.size() - 1))) / 1e6;
    }

    private void print(String name) {
      System.out.printf(
          "| %s | %d | %,.0f | %.1f | %.1f | %.1f | %.0f |%n",
          name, writers, perSecond, millis(0.5), millis(0.95), millis(0.99), millis(1));
    }
  }

  private interface Writer {
    void write(int row) throws SQLException;
  }

  @Test
  void sqlite() throws SQLException {
    measure("SQLite", ServerConfigPools.sqlite(folder.resolve("radcase.db")), "BEGIN IMMEDIATE");
  }

  @Test
  void postgresql() throws SQLException {
    try (var server = PostgresServer.in(folder.resolve("data"))) {
      measure("PostgreSQL", ServerConfigPools.postgresql(server.url()), "BEGIN");
    }
  }

  private static void measure(String name, DataSource dataSource, String begin)
      throws SQLException {
    var pool = new Pool("jdbc/radcase", dataSource);
    pool.write(sql -> {
      sql.update("CREATE TABLE kept (id BIGINT PRIMARY KEY, revision INTEGER, content TEXT)");
      sql.update("CREATE TABLE told (kept_id BIGINT, revision INTEGER, content TEXT)");
      sql.update("CREATE INDEX told_by_kept ON told (kept_id)");
      for (var i = 0; i < ROWS; i++) sql.update("INSERT INTO kept VALUES (?, 0, ?)", i, TEXT);
      return 0;
    });
    System.out.println("| | writers | transactions a second | p50 | p95 | p99 | longest, ms |");
    try (var connection = dataSource.getConnection();
        var begins = connection.createStatement();
        var read = connection.prepareStatement("SELECT revision FROM kept WHERE id = ?");
        var change =
            connection.prepareStatement("UPDATE kept SET revision = ?, content = ? WHERE id = ?");
        var add = connection.prepareStatement("INSERT INTO told VALUES (?, ?, ?)")) {
      run(1, row -> {
            begins.execute(begin);
            read.setLong(1, row);
            int revision;
            try (var found = read.executeQuery()) {
              found.next();
              revision = found.getInt(1) + 1;
            }
            change.setInt(1, revision);
            change.setString(2, TEXT);
            change.setLong(3, row);
            change.executeUpdate();
            add.setLong(1, row);
            add.setInt(2, revision);
            add.setString(3, TEXT);
            add.executeUpdate();
            begins.execute("COMMIT");
          })
          .print(name + ", JDBC alone");
    }
    for (var writers : List.of(1, 4, 16, 64)) {
      run(
              writers,
              row -> pool.write(sql -> {
                var revision = sql.first(
                            "SELECT revision FROM kept WHERE id = ?", found -> found.getInt(1), row)
                        .orElseThrow()
                    + 1;
                sql.update(
                    "UPDATE kept SET revision = ?, content = ? WHERE id = ?", revision, TEXT, row);
                return sql.update("INSERT INTO told VALUES (?, ?, ?)", row, revision, TEXT);
              }))
          .print(name);
    }
    pool.close();
    dataSource.close(true);
  }

  private static Figures run(int writers, Writer writer) {
    var threads = Executors.newFixedThreadPool(writers);
    var start = System.nanoTime();
    var all = new ArrayList<CompletableFuture<List<Long>>>();
    for (var i = 0; i < writers; i++) {
      var first = i * 7919;
      all.add(CompletableFuture.supplyAsync(() -> times(writer, first, start), threads));
    }
    var nanos = new ArrayList<Long>();
    all.forEach(one -> nanos.addAll(one.join()));
    var seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    Collections.sort(nanos);
    return new Figures(writers, nanos.size() / seconds, nanos);
  }

  private static List<Long> times(Writer writer, int first, long start) {
    var nanos = new ArrayList<Long>();
    for (var row = first; System.nanoTime() - start < NANOS_EACH; row++) {
      var begun = System.nanoTime();
      try {
        writer.write(row % ROWS);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      nanos.add(System.nanoTime() - begun);
    }
    return nanos;
  }
}
