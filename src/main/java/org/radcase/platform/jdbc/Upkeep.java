package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.radcase.platform.problem.Problem;

/**
 * What a pool needs from time to time: a warning when somebody keeps a connection, and on SQLite a
 * checkpoint when the write-ahead log has grown. For one thread.
 */
public final class Upkeep {
  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  /** Sixteen times what SQLite lets it grow to by itself while no reader hinders it. */
  static final long BIG_LOG_BYTES = 64L << 20;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Pool pool;
  private Set<String> warned = Set.of();
  private volatile long logBytes;

  Upkeep(Pool pool) {
    this.pool = pool;
  }

  public void run() {
    warnOfLeaks();
    // Nobody is asked who was not asked before: a database that waits for a move may be off.
    if (!pool.isKnown() || !pool.answers()) return;
    try {
      if (pool.dialect() != Dialect.SQLITE) return;
      checkpoint(BIG_LOG_BYTES);
      pool.integrity().checkLater();
    } catch (Problem | DatabaseFailure e) {
      LOG.log(Level.WARNING, "The upkeep of " + pool.name() + " waits: " + e.getMessage());
    }
  }

  /** Size of SQLite's write-ahead log when it was looked at last, in bytes. */
  public long logBytes() {
    return logBytes;
  }

  private void warnOfLeaks() {
    var now = new HashSet<String>();
    for (var leak : pool.leaks()) {
      now.add(leak.thread());
      if (!warned.contains(leak.thread())) {
        LOG.log(Level.WARNING, "A connection of " + pool.name() + " is held " + leak);
      }
    }
    warned = now;
  }

  private record Checkpoint(boolean busy, long pages) {}

  /**
   * Brings the log into the file as far as readers allow. Source: PRAGMA wal_checkpoint.
   *
   * @param bigBytes from this size on writers wait a moment, so that it begins anew and its file is
   *     cut
   */
  void checkpoint(long bigBytes) {
    logBytes = pool.read(sql -> {
      var pageBytes = sql.first("PRAGMA page_size", row -> row.getLong(1)).orElseThrow();
      return checkpoint(sql, "PASSIVE").pages() * pageBytes;
    });
    if (logBytes < bigBytes) return;
    pool.withoutWriters(PATIENCE, () -> {
      var done = pool.read(this::truncate);
      if (done) logBytes = 0;
    });
  }

  /** Waits for readers as long as writers may wait, not as long as the URL says. */
  private boolean truncate(Sql sql) throws SQLException {
    var usual = sql.first("PRAGMA busy_timeout", row -> row.getLong(1)).orElseThrow();
    sql.first("PRAGMA busy_timeout = " + PATIENCE.toMillis(), row -> row.getLong(1));
    try {
      return !checkpoint(sql, "TRUNCATE").busy();
    } finally {
      sql.first("PRAGMA busy_timeout = " + usual, row -> row.getLong(1));
    }
  }

  private static Checkpoint checkpoint(Sql sql, String mode) throws SQLException {
    return sql.first(
            "PRAGMA wal_checkpoint(" + mode + ")",
            row -> new Checkpoint(row.getInt(1) != 0, row.getLong(2)))
        .orElseThrow();
  }
}
