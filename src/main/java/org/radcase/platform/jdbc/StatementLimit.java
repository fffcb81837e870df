package org.radcase.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;

/** How long a statement on one connection may take. */
interface StatementLimit {
  /** Of a server that neither answers nor refuses: longer than its own limit by this. */
  Duration GRACE = Duration.ofSeconds(3);

  /** Begins to count for a statement that is about to run. */
  void begin(Statement statement) throws SQLException;

  /** Before the connection goes back. */
  void lift() throws SQLException;

  /** Puts a limit on all statements of a connection. */
  static StatementLimit on(Connection connection, Dialect dialect, Duration longest)
      throws SQLException {
    return dialect == Dialect.SQLITE
        ? SqliteLimit.on(connection, longest)
        : postgresql(connection, longest);
  }

  private static StatementLimit postgresql(Connection connection, Duration longest)
      throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, (int) longest.plus(GRACE).toMillis());
    } catch (SQLFeatureNotSupportedException e) {
      // The server's pool hides it; the URL's socketTimeout counts then.
    }
    var seconds = (int) longest.toSeconds();
    return new StatementLimit() {
      @Override
      public void begin(Statement statement) throws SQLException {
        statement.setQueryTimeout(seconds);
      }

      @Override
      public void lift() {
        // The next borrower sets her own.
      }
    };
  }
}
