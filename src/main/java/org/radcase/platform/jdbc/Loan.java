package org.radcase.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.time.Timings;

/** One connection in the hands of one thread, until it is closed. */
final class Loan implements AutoCloseable {
  private final Lending lending;
  private final Connection connection;
  private final StatementLimit limit;
  private final Duration longest;
  private final Thread borrower = Thread.currentThread();
  private final long since = System.nanoTime();
  private @Nullable SQLException loss;
  private boolean commitSent;

  Loan(Lending lending, Connection connection, StatementLimit limit, Duration longest) {
    this.lending = lending;
    this.connection = connection;
    this.limit = limit;
    this.longest = longest;
  }

  Connection connection() {
    return connection;
  }

  StatementLimit limit() {
    return limit;
  }

  /** A statement goes over it. */
  void counted() {
    lending.counted();
    Timings.statement();
  }

  /** A statement over it took so long, also one that failed. */
  void took(StatementKind kind, long nanos) {
    lending.took(kind, nanos);
  }

  /** How long each of its statements may take. */
  Duration longest() {
    return longest;
  }

  Thread borrower() {
    return borrower;
  }

  long heldNanos() {
    return System.nanoTime() - since;
  }

  /** Notes that the connection broke. */
  void lost(SQLException cause) {
    loss = cause;
  }

  /** Why the connection broke; null if it did not. */
  @Nullable
  SQLException loss() {
    return loss;
  }

  /** Notes that from now on only the database knows whether the transaction is committed. */
  void sendingCommit() {
    commitSent = true;
  }

  /** Whether the connection broke while it was certain that nothing is committed. */
  boolean isLostBeforeCommit() {
    return loss != null && !commitSent;
  }

  @Override
  public void close() {
    lending.takeBack(this);
  }
}
