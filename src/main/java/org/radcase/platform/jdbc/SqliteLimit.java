package org.radcase.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.radcase.platform.config.StartupFailure;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Interrupts what SQLite computes for too long; its driver's query timeout is one for locks. Source:
 * sqlite3_progress_handler.
 */
final class SqliteLimit extends ProgressHandler implements StatementLimit {
  /** About a millisecond's work, so that asking costs nothing. */
  private static final int STEPS = 100_000;

  private static final int GO_ON = 0;
  private static final int INTERRUPT = 1;

  private final Connection connection;
  private final long longestNanos;
  private volatile long startNanos;

  private SqliteLimit(Connection connection, Duration longest) {
    this.connection = connection;
    longestNanos = longest.toNanos();
  }

  static StatementLimit on(Connection connection, Duration longest) throws SQLException {
    var limit = new SqliteLimit(driversOwn(connection), longest);
    limit.startNanos = System.nanoTime();
    setHandler(limit.connection, STEPS, limit);
    return limit;
  }

  /** Payara unwraps to a proxy, which the driver's handler does not take; its statements are plain. */
  private static Connection driversOwn(Connection connection) throws SQLException {
    try {
      return connection.unwrap(SQLiteConnection.class);
    } catch (IllegalArgumentException e) {
      try (var statement = connection.createStatement()) {
        var own = statement.getConnection();
        if (own instanceof SQLiteConnection) return own;
      }
      throw new StartupFailure("RadCase did not start: the pool of the SQLite database must be made"
          + " with --wrapjdbcobjects=false, as in server-config/payara");
    }
  }

  @Override
  public void begin(Statement statement) {
    startNanos = System.nanoTime();
  }

  @Override
  public void lift() throws SQLException {
    if (!connection.isClosed()) clearHandler(connection);
  }

  @Override
  protected int progress() {
    return System.nanoTime() - startNanos > longestNanos ? INTERRUPT : GO_ON;
  }
}
