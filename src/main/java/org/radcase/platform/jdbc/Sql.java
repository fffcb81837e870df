package org.radcase.platform.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection, spoken to in whole statements. For one thread, and only inside its callback. */
public final class Sql {
  /** Makes a value of the row at which the cursor stands. */
  @FunctionalInterface
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Does something with the row at which the cursor stands. */
  @FunctionalInterface
  public interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  /** Sends a statement that is prepared. */
  @FunctionalInterface
  private interface Sending<T> {
    T send() throws SQLException;
  }

  private static final int BATCH = 500;

  /** So many rows come in one round trip when there may be many. */
  private static final int FETCH = 1_000;

  private final Loan loan;
  private final Connection connection;
  private final StatementLimit limit;
  private final Dialect dialect;

  Sql(Loan loan, Dialect dialect) {
    this.loan = loan;
    connection = loan.connection();
    limit = loan.limit();
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Returns how many rows changed. */
  public int update(String statement, @Nullable Object... arguments) throws SQLException {
    try (var prepared = prepare(statement, arguments)) {
      return timed(statement, prepared::executeUpdate);
    }
  }

  /** Runs the same statement for one list of arguments after the other, in few round trips. */
  public void batch(String statement, Collection<? extends List<?>> all) throws SQLException {
    if (all.isEmpty()) return;
    try (var prepared = connection.prepareStatement(statement)) {
      var waiting = 0;
      for (var arguments : all) {
        for (var i = 0; i < arguments.size(); i++) prepared.setObject(i + 1, arguments.get(i));
        prepared.addBatch();
        if (++waiting % BATCH == 0) runBatch(statement, prepared);
      }
      if (waiting % BATCH != 0) runBatch(statement, prepared);
    }
  }

  private void runBatch(String statement, PreparedStatement prepared) throws SQLException {
    loan.counted();
    limit.begin(prepared);
    timed(statement, prepared::executeBatch);
  }

  private <T> T timed(String statement, Sending<T> sending) throws SQLException {
    var start = System.nanoTime();
    try {
      return sending.send();
    } finally {
      loan.took(StatementKind.of(statement), System.nanoTime() - start);
    }
  }

  /** Takes row after row, with a few of them in memory; within a transaction or snapshot. */
  public void each(String statement, Taking taking, @Nullable Object... arguments)
      throws SQLException {
    try (var prepared = prepare(statement, arguments)) {
      prepared.setFetchSize(FETCH);
      try (var results = timed(statement, prepared::executeQuery)) {
        while (results.next()) taking.take(results);
      }
    }
  }

  public <T> List<T> list(String statement, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (var prepared = prepare(statement, arguments);
        var results = timed(statement, prepared::executeQuery)) {
      var all = new ArrayList<T>();
      while (results.next()) all.add(row.of(results));
      return all;
    }
  }

  public <T> Optional<T> first(String statement, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (var prepared = prepare(statement, arguments);
        var results = timed(statement, prepared::executeQuery)) {
      return results.next() ? Optional.of(row.of(results)) : Optional.empty();
    }
  }

  private PreparedStatement prepare(String statement, @Nullable Object[] arguments)
      throws SQLException {
    var prepared = connection.prepareStatement(statement);
    try {
      for (var i = 0; i < arguments.length; i++) prepared.setObject(i + 1, arguments[i]);
      loan.counted();
      limit.begin(prepared);
      return prepared;
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }
}
