package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.radcase.platform.config.StartupFailure;

/** Brings the schema to this release. Flyway's own lock keeps two starting instances apart. */
@ApplicationScoped
public class Migrations {
  private final DataSource dataSource;
  private final Database database;

  @Inject
  public Migrations(DataSource dataSource, Database database) {
    this.dataSource = dataSource;
    this.database = database;
  }

  /** @throws StartupFailure if the database is not fit or a migration fails */
  public void run() {
    if (database.dialect() == Dialect.SQLITE) checkSqlite();
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:migrations/common", "classpath:migrations/" + folder())
          .failOnMissingLocations(false)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StartupFailure(
          "RadCase did not start: the database could not be migrated: " + firstLine(e));
    }
  }

  private String folder() {
    return database.dialect().folder();
  }

  /** The administrator's DataSource decides these; without them acknowledged writes can be lost. */
  private void checkSqlite() {
    record Pragma(String name, String wanted, String spelled) {}
    var pragmas = List.of(
        new Pragma("journal_mode", "wal", "WAL"),
        new Pragma("synchronous", "2", "FULL"),
        new Pragma("foreign_keys", "1", "on"));
    for (var pragma : pragmas) {
      var is = database
          .read(sql -> sql.first("PRAGMA " + pragma.name(), row -> row.getString(1)))
          .orElse("");
      if (!pragma.wanted().equals(is)) {
        throw new StartupFailure("RadCase did not start: the URL of jdbc/radcase must say "
            + pragma.name() + "=" + pragma.spelled() + " (it is \"" + is + "\")");
      }
    }
  }

  private static String firstLine(FlywayException e) {
    var message = e.getMessage();
    return message == null
        ? "unknown"
        : message.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }
}
