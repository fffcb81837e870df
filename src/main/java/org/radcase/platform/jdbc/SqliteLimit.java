package org.radcase.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    var limit = new SqliteLimit(connection.unwrap(SQLiteConnection.class), longest);
    limit.startNanos = System.nanoTime();
    setHandler(limit.connection, STEPS, limit);
    return limit;
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
