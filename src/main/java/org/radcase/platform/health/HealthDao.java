package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Dialect;

/** What the database tells of itself. */
@ApplicationScoped
class HealthDao {
  private static final String ANYTHING = "SELECT 1";

  private static final String LAST_MIGRATION = "SELECT installed_rank, version, success"
      + " FROM flyway_schema_history WHERE version IS NOT NULL"
      + " ORDER BY installed_rank DESC LIMIT 1";

  private static final String POSTGRESQL_CLOCK =
      "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

  /**
   * A step in the making of the tables.
   *
   * @param rank grows with each
   */
  record Migration(int rank, String version, boolean success) {}

  private final Database database;

  @Inject
  HealthDao(Database database) {
    this.database = database;
  }

  /** Its name, once it has answered. */
  String product() {
    return database.read(sql -> {
      sql.first(ANYTHING, row -> true);
      return sql.dialect().name().toLowerCase(Locale.ROOT);
    });
  }

  /** The last of all migrations. */
  Optional<Migration> lastMigration() {
    return database.read(sql -> sql.first(
        LAST_MIGRATION, row -> new Migration(row.getInt(1), row.getString(2), row.getBoolean(3))));
  }

  /** The time on the database's machine, in milliseconds since 1970; nothing if that is this one. */
  Optional<Long> clockMillis() {
    return database.read(sql -> sql.dialect() == Dialect.POSTGRESQL
        ? sql.first(POSTGRESQL_CLOCK, row -> row.getLong(1))
        : Optional.empty());
  }
}
