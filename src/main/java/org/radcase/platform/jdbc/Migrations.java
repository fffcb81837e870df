package org.radcase.platform.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.radcase.platform.config.StartupFailure;

/** Brings a schema to this release. Flyway's own lock keeps two starting instances apart. */
public final class Migrations {
  /** The role's limits are those of requests; an index of a large table takes longer. */
  private static final String UNLIMITED = "SET statement_timeout = 0";

  /** Source: PostgreSQL's documentation, "Write Ahead Log", "Settings". */
  private static final String SAFETY_OFF = "SELECT name FROM pg_settings"
      + " WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'"
      + " ORDER BY name";

  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  private Migrations() {}

  /** @throws StartupFailure if the database is not fit or a migration fails */
  public static void run(Pool pool) {
    pool.integrity().checkAtStart();
    if (pool.dialect() == Dialect.SQLITE) checkSqlite(pool);
    else warnOfPostgresql(pool);
    try {
      flyway(pool).migrate();
    } catch (FlywayException e) {
      throw new StartupFailure("RadCase did not start: the database " + pool.name()
          + " could not be migrated: " + firstLines(e));
    }
  }

  /** Whether it has this release's schema or that of an earlier one. */
  static boolean isMigrated(Pool pool) {
    return flyway(pool).info().applied().length > 0;
  }

  private static Flyway flyway(Pool pool) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(pool.dataSource())
        .locations(
            "classpath:migrations/common",
            "classpath:migrations/" + pool.dialect().folder())
        .failOnMissingLocations(false)
        .initSql(pool.dialect() == Dialect.POSTGRESQL ? UNLIMITED : null)
        .load();
  }

  /** The hospital's own servers are set by others, who may have reasons; they are to know. */
  private static void warnOfPostgresql(Pool pool) {
    var off = pool.read(sql -> sql.list(SAFETY_OFF, row -> row.getString(1)));
    if (off.isEmpty()) return;
    LOG.log(
        Level.WARNING,
        "The server of " + pool.name() + " has " + String.join(", ", off) + " off: after a crash,"
            + " what RadCase acknowledged may be gone; see server-config/postgresql");
  }

  /** The administrator's DataSource decides these; without them acknowledged writes can be lost. */
  private static void checkSqlite(Pool pool) {
    record Pragma(String name, String wanted, String spelled) {}
    var pragmas = List.of(
        new Pragma("journal_mode", "wal", "WAL"),
        new Pragma("synchronous", "2", "FULL"),
        new Pragma("foreign_keys", "1", "on"));
    for (var pragma : pragmas) {
      var is = pool.read(sql -> sql.first("PRAGMA " + pragma.name(), row -> row.getString(1)))
          .orElse("");
      if (!pragma.wanted().equals(is)) {
        throw new StartupFailure("RadCase did not start: the URL of " + pool.name() + " must say "
            + pragma.name() + "=" + pragma.spelled() + " (it is \"" + is + "\")");
      }
    }
  }

  /** Flyway's first line says that something is wrong, the next one what. */
  private static String firstLines(FlywayException e) {
    var message = e.getMessage();
    return message == null
        ? "unknown"
        : message.lines().filter(l -> !l.isBlank()).limit(2).collect(Collectors.joining("; "));
  }
}
