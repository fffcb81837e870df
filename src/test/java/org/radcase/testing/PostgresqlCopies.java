package org.radcase.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.radcase.platform.jdbc.Migrations;
import org.radcase.platform.jdbc.Pool;
import org.radcase.testing.TestDatabases.Fresh;

/** Copies of one migrated database, on one PostgreSQL server for all tests of this JVM. */
final class PostgresqlCopies {
  private static final String MIGRATED = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = migratedServer();

  private PostgresqlCopies() {}

  static Fresh fresh() {
    return copy(MIGRATED);
  }

  static Fresh empty() {
    return copy("template0");
  }

  private static Fresh copy(String template) {
    var name = "test_" + COUNT.incrementAndGet();
    execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + template);
    return Fresh.of(
        SERVER.getDatabase("postgres", name),
        () -> execute(SERVER, "DROP DATABASE " + name + " WITH (FORCE)"));
  }

  private static EmbeddedPostgres migratedServer() {
    try {
      // Closed by a shutdown hook of its own.
      var server = EmbeddedPostgres.start();
      execute(server, "CREATE DATABASE " + MIGRATED);
      var dataSource = server.getDatabase("postgres", MIGRATED);
      Migrations.run(new Pool("jdbc/radcase", dataSource));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(EmbeddedPostgres server, String statement) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var one = connection.createStatement()) {
      one.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
