package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.problem.Problem;

/**
 * Looks for damaged pages of an SQLite file: at start for as long as a start may take, and to the
 * end of it in the background. Source: PRAGMA quick_check. PostgreSQL has checksums of its own.
 */
final class Integrity {
  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  /** A gigabyte takes about this long. */
  private static final Duration AT_START = Duration.ofSeconds(2);

  private static final String CHECK = "PRAGMA quick_check(3)";

  private final Pool pool;
  private volatile boolean complete;
  private volatile @Nullable String damage;

  Integrity(Pool pool) {
    this.pool = pool;
  }

  /** @throws StartupFailure if the file is damaged */
  void checkAtStart() {
    try {
      if (pool.dialect() == Dialect.SQLITE) check(AT_START);
      else complete = true;
    } catch (Problem e) {
      LOG.log(Level.INFO, pool.name() + " is large: it is checked on while RadCase runs");
    } catch (DatabaseFailure e) {
      if (!e.damaged()) throw e;
      damage = e.getMessage();
    }
    if (damage != null) throw failure();
  }

  /** Goes on where the start had no time. */
  void checkLater() {
    if (complete) return;
    complete = true;
    try {
      check(Pool.LONGEST_SCAN);
    } catch (DatabaseFailure e) {
      if (!e.damaged()) throw e;
      damage = e.getMessage();
    }
    if (damage != null) LOG.log(Level.ERROR, "The database " + pool.name() + whatToDo());
  }

  /** What is damaged; null if nothing is, as far as is known. */
  @Nullable
  String damage() {
    return damage;
  }

  private void check(Duration longest) {
    var found = pool.read(longest, Integrity::found);
    complete = true;
    if (!found.equals(List.of("ok"))) damage = String.join("; ", found);
  }

  private static List<String> found(Sql sql) throws SQLException {
    return sql.list(CHECK, row -> row.getString(1));
  }

  private StartupFailure failure() {
    return new StartupFailure("RadCase did not start: the database " + pool.name() + whatToDo());
  }

  private String whatToDo() {
    return " is damaged (" + damage + "). Set its files aside, all of radcase.db*, and start once"
        + " with -Dradcase.restore=<folder of the last backup>; see \"Backup and restore\" in the"
        + " administrator's guide";
  }
}
