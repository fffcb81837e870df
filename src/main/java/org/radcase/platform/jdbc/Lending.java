package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Lends the connections of a DataSource, and knows who has them. Thread-safe. */
final class Lending {
  private static final Logger LOG = System.getLogger("org.radcase.jdbc");
  private static final Duration PROBE = Duration.ofSeconds(2);
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  /** A line of the log a minute is alarm enough. */
  private static final long ALARM_NANOS = Duration.ofMinutes(1).toNanos();

  private final String name;
  private final DataSource dataSource;
  private final Breaker breaker;
  private final Set<Loan> lent = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final RecentDurations waits = new RecentDurations();
  private final LongAdder borrowed = new LongAdder();
  private final LongAdder statements = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder exhausted = new LongAdder();

  /** When it was last exhausted, by {@link System#nanoTime}. */
  private final AtomicLong exhaustedAt = new AtomicLong(System.nanoTime() - ALARM_NANOS);

  private volatile @Nullable Dialect dialect;
  private volatile StatementTimes times = StatementTimes.UNTOLD;

  Lending(String name, DataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
    breaker = new Breaker(name, this::ask);
  }

  /** Asks the database once what it is. */
  Dialect dialect() {
    var known = dialect;
    if (known != null) return known;
    var connection = connect();
    var failed = (SQLException) null;
    try (connection) {
      var found = Dialect.of(name, connection.getMetaData().getDatabaseProductName());
      dialect = found;
      return found;
    } catch (SQLException e) {
      failed = e;
      throw new IllegalStateException(e.getMessage(), e);
    } finally {
      if (failed == null) breaker.succeeded(0);
      else breaker.undecided();
    }
  }

  /**
   * Lends a connection.
   *
   * @param longest how long each statement may take
   * @throws Problem database.unavailable, at once if it is known to be away
   */
  Loan borrow(Duration longest) {
    var kind = dialect();
    var connection = connect();
    try {
      var loan = new Loan(this, connection, StatementLimit.on(connection, kind, longest), longest);
      lent.add(loan);
      return loan;
    } catch (SQLException e) {
      giveBack(connection);
      breaker.failed(0, e);
      throw away(e);
    }
  }

  private Connection connect() {
    if (!breaker.lets()) throw unavailable("It is away");
    var start = System.nanoTime();
    waiting.incrementAndGet();
    var connected = (Connection) null;
    try {
      connected = dataSource.getConnection();
      borrowed.increment();
      return connected;
    } catch (SQLException e) {
      throw notConnected(e, System.nanoTime() - start);
    } finally {
      waiting.decrementAndGet();
      if (connected != null) waits.add(System.nanoTime() - start);
    }
  }

  private RuntimeException notConnected(SQLException e, long nanos) {
    if (Exhaustion.is(e)) {
      breaker.undecided();
      exhausted(e);
      return unavailable("All its connections are in use");
    }
    breaker.failed(nanos, e);
    return Dialect.SQLITE.damaged(e) ? new DatabaseFailure(e, Dialect.SQLITE) : away(e);
  }

  private void exhausted(SQLException e) {
    exhausted.increment();
    var now = System.nanoTime();
    var before = exhaustedAt.getAndSet(now);
    if (now - before < ALARM_NANOS) return;
    var longest = held(Duration.ZERO).stream().findFirst().map(HeldConnection::toString);
    LOG.log(
        Level.ERROR,
        "All connections of " + name + " are in use, and " + waiting.get() + " wait for one ("
            + e.getMessage() + "). Held longest: " + longest.orElse("by nobody in RadCase"));
  }

  /** What a statement's failure means to its caller. */
  RuntimeException failureOf(Loan loan, SQLException e) {
    var kind = dialect();
    if (kind.lost(e)) {
      loan.lost(e);
      return loan.isLostBeforeCommit() ? away(e) : unknown(e);
    }
    if (kind.tookTooLong(e)) {
      LOG.log(Level.WARNING, name + ": a statement took too long", e);
      return unavailable("It took too long");
    }
    return new DatabaseFailure(e, kind);
  }

  void takeBack(Loan loan) {
    lent.remove(loan);
    var loss = loan.loss();
    if (loss == null) {
      breaker.succeeded(loan.heldNanos());
    } else {
      lost.increment();
      breaker.failed(loan.heldNanos(), loss);
    }
    try {
      loan.limit().lift();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, name + ": the limit stays until the next borrower", e);
    }
    giveBack(loan.connection());
  }

  private void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, name + ": a connection was given back broken", e);
    }
  }

  Problem away(SQLException e) {
    LOG.log(Level.WARNING, "The database " + name + " does not answer: " + e.getMessage());
    return unavailable("There is no connection to it");
  }

  private Problem unknown(SQLException e) {
    LOG.log(Level.WARNING, name + " did not say whether it committed: " + e.getMessage());
    return HttpProblem.DATABASE_UNDECIDED
        .because("Look whether the change is there before you make it again")
        .retryAfter(COME_BACK);
  }

  static Problem unavailable(String detail) {
    return HttpProblem.DATABASE_AWAY.because(detail).retryAfter(COME_BACK);
  }

  private void ask() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var limit = StatementLimit.on(connection, dialect(), PROBE);
      try (var statement = connection.createStatement()) {
        limit.begin(statement);
        statement.execute("SELECT 1");
      } finally {
        limit.lift();
      }
    }
  }

  /** What it is; null until somebody has asked it. */
  @Nullable
  String product() {
    var known = dialect;
    return known == null ? null : known.name().toLowerCase(Locale.ROOT);
  }

  boolean answers() {
    return breaker.isClosed();
  }

  /** Connections that one borrower has had for longer than that, the longest first. */
  List<HeldConnection> held(Duration longer) {
    return HeldConnection.of(lent, longer);
  }

  int inUse() {
    return lent.size();
  }

  int waiting() {
    return waiting.get();
  }

  RecentDurations waits() {
    return waits;
  }

  long borrowed() {
    return borrowed.sum();
  }

  void counted() {
    statements.increment();
  }

  void took(StatementKind kind, long nanos) {
    times.add(kind, nanos);
  }

  /** From now on this one is told how long statements take. */
  void tell(StatementTimes listener) {
    times = listener;
  }

  long statements() {
    return statements.sum();
  }

  long lost() {
    return lost.sum();
  }

  long exhaustions() {
    return exhausted.sum();
  }

  boolean isExhausted() {
    return exhausted.sum() > 0 && System.nanoTime() - exhaustedAt.get() < ALARM_NANOS;
  }

  void close() {
    breaker.close();
  }
}
