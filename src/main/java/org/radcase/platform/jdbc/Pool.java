package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

  /** A person waits no longer; what needs more is no request's work. */
  static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

  /** Of a whole database: backup, verification. */
  static final Duration LONGEST_SCAN = Duration.ofHours(1);

  /** Longer than any transaction of ours, shorter than a person waits. */
  static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

  /** Who has a connection for longer has forgotten it. */
  private static final Duration LEAK = Duration.ofSeconds(30);

  private final String name;
  private final DataSource dataSource;
  private final Lending lending;
  private final Integrity integrity = new Integrity(this);
  private final Upkeep upkeep = new Upkeep(this);
  private final LongAdder transactions = new LongAdder();
  private final LongAdder retries = new LongAdder();
  // One for each database, of which a process has three at the most.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Loan> open = new ThreadLocal<>();

  /** SQLite has one writer; who waits here waits in order, and not by polling a busy database. */
  private final ReentrantLock writers = new ReentrantLock(true);

  /** @param name by which the administrator knows it */
  public Pool(String name, DataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
    lending = new Lending(name, dataSource);
  }

  public String name() {
    return name;
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Asks the database once what it is. */
  public Dialect dialect() {
    return lending.dialect();
  }

  /** Whether it has ever answered. */
  boolean isKnown() {
    return lending.product() != null;
  }

  /** Reads; sees everything committed, and what the open transaction wrote. */
  public <T> T read(Work<T> work) {
    var joined = open.get();
    var start = System.nanoTime();
    try {
      return joined == null ? alone(LONGEST_STATEMENT, work) : on(joined, work);
    } finally {
      Timings.database(System.nanoTime() - start);
    }
  }

  /** Reads outside of any transaction, with a limit for each statement. */
  <T> T read(Duration longest, Work<T> work) {
    return alone(longest, work);
  }

  /** A read does nothing that could not be done twice. */
  private <T> T alone(Duration longest, Work<T> work) {
    for (var attempt = 1; ; attempt++) {
      try (var loan = lending.borrow(longest)) {
        try {
          return on(loan, work);
        } catch (RuntimeException e) {
          if (attempt == MOST_TRIES || !mayPass(loan, e)) throw said(e);
        }
      }
      pause(attempt);
    }
  }

  private <T> T on(Loan loan, Work<T> work) {
    try {
      return work.on(new Sql(loan, dialect()));
    } catch (SQLException e) {
      throw lending.failureOf(loan, e);
    }
  }

  /** Writes; committed and durable when it returns, unless a transaction is open. */
  public <T> T write(Work<T> work) {
    return transaction(() -> read(work));
  }

  /** Reads one state of the database, whatever is committed meanwhile; may take an hour. */
  public <T> T snapshot(Work<T> work) {
    try (var loan = lending.borrow(LONGEST_SCAN)) {
      try {
        beginSnapshot(loan.connection());
        return work.on(new Sql(loan, dialect()));
      } catch (SQLException e) {
        throw lending.failureOf(loan, e);
      } finally {
        rollBack(loan.connection());
      }
    }
  }

  /**
   * Runs all reads and writes inside as one; joins the transaction that is already open. It is run
   * again after a passing failure, and when the connection broke before COMMIT was sent; after that
   * only the database knows, and the caller is told so.
   */
  public <T> T transaction(Supplier<T> work) {
    return transaction(LONGEST_STATEMENT, work);
  }

  /**
   * A transaction whose statements may take an hour: for what nobody waits for. It is as any other
   * besides.
   */
  public <T> T longTransaction(Supplier<T> work) {
    return transaction(LONGEST_SCAN, work);
  }

  private <T> T transaction(Duration longest, Supplier<T> work) {
    if (open.get() != null) return work.get();
    for (var attempt = 1; ; attempt++) {
      var start = System.nanoTime();
      queue();
      try (var loan = lending.borrow(longest)) {
        try {
          return within(loan, work, start);
        } catch (RuntimeException e) {
          if (attempt == MOST_TRIES || !mayPass(loan, e)) throw said(e);
        }
      } finally {
        if (dialect() == Dialect.SQLITE) writers.unlock();
      }
      pause(attempt);
    }
  }

  private <T> T within(Loan loan, Supplier<T> work, long start) {
    var committed = false;
    try {
      begin(loan.connection());
      Timings.database(System.nanoTime() - start);
      open.set(loan);
      var result = work.get();
      var worked = System.nanoTime();
      loan.sendingCommit();
      commit(loan.connection());
      Timings.database(System.nanoTime() - worked);
      committed = true;
      transactions.increment();
      return result;
    } catch (SQLException e) {
      throw lending.failureOf(loan, e);
    } finally {
      open.remove();
      if (!committed) rollBack(loan.connection());
    }
  }

  boolean isInTransaction() {
    return open.get() != null;
  }

  private boolean mayPass(Loan loan, RuntimeException e) {
    return loan.isLostBeforeCommit() || isPassing(e);
  }

  private boolean isPassing(RuntimeException e) {
    return e instanceof DatabaseFailure
        && e.getCause() instanceof SQLException cause
        && dialect().passing(cause);
  }

  /** The caller may try later what did not pass in all our tries. */
  private RuntimeException said(RuntimeException e) {
    return isPassing(e) ? Lending.unavailable("It is busy") : e;
  }

  private void pause(int attempt) {
    retries.increment();
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(10_000_000L << attempt));
  }

  /** How it is at this moment. */
  public PoolFigures figures() {
    var server = new ServerPool(dataSource);
    var waits = lending.waits();
    return new PoolFigures(
        name,
        lending.product(),
        lending.answers(),
        lending.inUse(),
        lending.waiting(),
        server.idle(),
        server.most(),
        TimeUnit.NANOSECONDS.toMicros(waits.quantileNanos(0.5)),
        TimeUnit.NANOSECONDS.toMicros(waits.quantileNanos(0.95)),
        lending.borrowed(),
        lending.statements(),
        transactions.sum(),
        retries.sum(),
        lending.lost(),
        lending.exhaustions(),
        lending.isExhausted(),
        leaks(),
        integrity.damage(),
        upkeep.logBytes());
  }

  List<HeldConnection> leaks() {
    return lending.held(LEAK);
  }

  Lending lending() {
    return lending;
  }

  Integrity integrity() {
    return integrity;
  }

  /** Whether the database is there, as far as is known. */
  public boolean answers() {
    return lending.answers();
  }

  /** What is to be done every few seconds; for one thread. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Ends what runs in the background. */
  public void close() {
    lending.close();
  }

  /** Does something while nobody of RadCase writes; nothing if somebody does so for too long. */
  void withoutWriters(Duration patience, Runnable work) {
    try {
      if (!writers.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      work.run();
    } finally {
      writers.unlock();
    }
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
    return Lending.unavailable("Too many writers are waiting");
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
      // The role's own limits are those of requests.
      execute(
          connection,
          "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
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
  private void rollBack(Connection connection) {
    try {
      if (dialect() == Dialect.SQLITE) {
        execute(connection, "ROLLBACK");
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      abort(connection);
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "A broken connection cannot even be aborted", e);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
