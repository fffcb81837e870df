package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.Timings;

/**
 * One database behind a container-managed DataSource. Work joins the transaction that is open on its
 * thread; without one a read runs statement by statement. Work may run again after a passing
 * failure, so it touches nothing but the database. Thread-safe.
 */
public final class Pool {
  /** Something to do with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Sql sql) throws SQLException;
  }

  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  private static final int MOST_TRIES = 5;

  /** Longer than any transaction of ours, shorter than a person waits. */
  static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

  private final String name;
  private final DataSource dataSource;
  private volatile @Nullable Dialect dialect;
  // One for each database, of which a process has three at the most.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> open = new ThreadLocal<>();

  /** SQLite has one writer; who waits here waits in order, and not by polling a busy database. */
  private final ReentrantLock writers = new ReentrantLock(true);

  /** @param name by which the administrator knows it */
  public Pool(String name, DataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
  }

  public String name() {
    return name;
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Asks the database once what it is. */
  public Dialect dialect() {
    var known = dialect;
    if (known != null) return known;
    try (var connection = connect()) {
      var found = Dialect.of(name, connection.getMetaData().getDatabaseProductName());
      dialect = found;
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Reads; sees everything committed, and what the open transaction wrote. */
  public <T> T read(Work<T> work) {
    var joined = open.get();
    var start = System.nanoTime();
    try {
      if (joined != null) return work.on(new Sql(joined, dialect()));
      try (var connection = connect()) {
        return work.on(new Sql(connection, dialect()));
      }
    } catch (SQLException e) {
      throw failureOf(e);
    } finally {
      Timings.database(System.nanoTime() - start);
    }
  }

  /** Writes; committed and durable when it returns, unless a transaction is open. */
  public <T> T write(Work<T> work) {
    return transaction(() -> read(work));
  }

  /** Reads one state of the database, whatever is committed meanwhile. */
  public <T> T snapshot(Work<T> work) {
    try (var connection = connect()) {
      beginSnapshot(connection);
      try {
        return work.on(new Sql(connection, dialect()));
      } finally {
        rollBack(connection);
      }
    } catch (SQLException e) {
      throw failureOf(e);
    }
  }

  /** Runs all reads and writes inside as one; joins the transaction that is already open. */
  public <T> T transaction(Supplier<T> work) {
    if (open.get() != null) return work.get();
    for (var attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (DatabaseFailure e) {
        if (attempt == MOST_TRIES || !isPassing(e)) throw e;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(10_000_000L << attempt));
      }
    }
  }

  boolean isInTransaction() {
    return open.get() != null;
  }

  private boolean isPassing(DatabaseFailure e) {
    return e.getCause() instanceof SQLException cause && dialect().passing(cause);
  }

  private <T> T once(Supplier<T> work) {
    var start = System.nanoTime();
    queue();
    try (var connection = connect()) {
      begin(connection);
      Timings.database(System.nanoTime() - start);
      open.set(connection);
      var committed = false;
      try {
        var result = work.get();
        var worked = System.nanoTime();
        commit(connection);
        Timings.database(System.nanoTime() - worked);
        committed = true;
        return result;
      } finally {
        open.remove();
        if (!committed) rollBack(connection);
      }
    } catch (SQLException e) {
      throw failureOf(e);
    } finally {
      if (dialect() == Dialect.SQLITE) writers.unlock();
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private RuntimeException failureOf(SQLException e) {
    return dialect().lost(e) ? away(e) : new DatabaseFailure(e, dialect());
  }

  private Problem away(SQLException e) {
    LOG.log(Level.WARNING, "The database " + name + " does not answer: " + e.getMessage());
    return HttpProblem.DATABASE_AWAY
        .because("There is no connection to it")
        .retryAfter(Duration.ofSeconds(5));
  }

  private void queue() {
    if (dialect() != Dialect.SQLITE) return;
    try {
      if (writers.tryLock(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw tooManyWriters();
  }

  static Problem tooManyWriters() {
    return HttpProblem.DATABASE_AWAY
        .because("Too many writers are waiting")
        .retryAfter(Duration.ofSeconds(2));
  }

  /** The driver's own transactions are deferred: they may find the writer's place taken halfway. */
  private void begin(Connection connection) throws SQLException {
    if (dialect() == Dialect.SQLITE) execute(connection, "BEGIN IMMEDIATE");
    else connection.setAutoCommit(false);
  }

  /** SQLite takes its snapshot at the first read. */
  private void beginSnapshot(Connection connection) throws SQLException {
    if (dialect() == Dialect.SQLITE) {
      execute(connection, "BEGIN DEFERRED");
    } else {
      connection.setAutoCommit(false);
      execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
  }

  private void commit(Connection connection) throws SQLException {
    if (dialect() == Dialect.SQLITE) {
      execute(connection, "COMMIT");
    } else {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** A connection that cannot be rolled back must not return to the pool in mid-transaction. */
  private void rollBack(Connection connection) throws SQLException {
    try {
      if (dialect() == Dialect.SQLITE) {
        execute(connection, "ROLLBACK");
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      connection.abort(Runnable::run);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
