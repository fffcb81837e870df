package org.radcase.platform.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What differs between the two databases. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  static Dialect of(String database, String productName) throws SQLException {
    return switch (productName) {
      case "SQLite" -> SQLITE;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
        throw new SQLException(
            database + " is " + productName + "; RadCase runs on SQLite and PostgreSQL");
    };
  }

  /** The folder of migrations that only this database takes. */
  String folder() {
    return this == SQLITE ? "sqlite" : "postgresql";
  }

  /** Whether the same transaction may succeed when it is simply run again. */
  boolean passing(SQLException e) {
    @Nullable String state = e.getSQLState();
    return switch (this) {
      // SQLITE_BUSY is 5 and SQLITE_LOCKED is 6, with the extended code in the higher bits.
      case SQLITE -> (e.getErrorCode() & 0xff) == 5 || (e.getErrorCode() & 0xff) == 6;
      // Serialization failure and deadlock. Source: PostgreSQL's Appendix A.
      case POSTGRESQL -> "40001".equals(state) || "40P01".equals(state);
    };
  }

  /**
   * Whether the connection broke. Source: SQLSTATE class 08, and class 57 of PostgreSQL's Appendix
   * A; SQLITE_IOERR (10) and SQLITE_CANTOPEN (14), when the folder of the file is gone.
   */
  boolean lost(SQLException e) {
    @Nullable String state = e.getSQLState();
    return switch (this) {
      case SQLITE -> (e.getErrorCode() & 0xff) == 10 || (e.getErrorCode() & 0xff) == 14;
      case POSTGRESQL -> state != null && (state.startsWith("08") || state.startsWith("57P"));
    };
  }

  /**
   * Whether a limit of time ended it: SQLITE_INTERRUPT (9); query_canceled and lock_not_available of
   * PostgreSQL's Appendix A.
   */
  boolean tookTooLong(SQLException e) {
    return switch (this) {
      case SQLITE -> (e.getErrorCode() & 0xff) == 9;
      case POSTGRESQL -> "57014".equals(e.getSQLState()) || "55P03".equals(e.getSQLState());
    };
  }

  /** Whether the file is damaged. Source: SQLITE_CORRUPT (11), SQLITE_NOTADB (26). */
  boolean damaged(SQLException e) {
    return this == SQLITE && ((e.getErrorCode() & 0xff) == 11 || (e.getErrorCode() & 0xff) == 26);
  }

  /** Whether a unique key or another constraint refused the row. */
  public boolean refusedByConstraint(SQLException e) {
    @Nullable String state = e.getSQLState();
    return switch (this) {
      case SQLITE -> (e.getErrorCode() & 0xff) == 19;
      case POSTGRESQL -> state != null && state.startsWith("23");
    };
  }

  /** Whether the disk has no room for the row. */
  boolean full(SQLException e) {
    return switch (this) {
      case SQLITE -> (e.getErrorCode() & 0xff) == 13;
      case POSTGRESQL -> "53100".equals(e.getSQLState());
    };
  }
}
