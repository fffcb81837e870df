package org.radcase.platform.jdbc;

import java.sql.SQLException;
import java.util.Locale;

/**
 * What a database is to RadCase; each has it in a row of its own. While data moves, two databases
 * have them, and the later word counts.
 *
 * @param epoch one more with each switch
 */
public record DatabaseRole(Kind kind, long epoch) {
  /** What it may be. */
  public enum Kind {
    /** Has the data. */
    ACTIVE,
    /** Had it when a switch began; whether it ended, the other one knows. */
    SWITCHING,
    /** Follows the active one. */
    STANDBY,
    /** Kept as it was; nothing writes to it any more. */
    ARCHIVE
  }

  private static final String SELECT = "SELECT role, epoch FROM database_role WHERE id = 1";
  private static final String UPDATE = "UPDATE database_role SET role = ?, epoch = ? WHERE id = 1";

  public static DatabaseRole read(Sql sql) throws SQLException {
    return sql.first(SELECT, row -> new DatabaseRole(kind(row.getString(1)), row.getLong(2)))
        .orElseThrow(() -> new SQLException("The database has lost its role"));
  }

  public void write(Sql sql) throws SQLException {
    sql.update(UPDATE, kind.name().toLowerCase(Locale.ROOT), epoch);
  }

  private static Kind kind(String text) {
    return Kind.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
