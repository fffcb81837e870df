package org.radcase.database.control.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.ParentsFirst;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.jdbc.Sql;

/** Reads and writes whole tables, whatever they are. */
final class AllTables {
  /**
   * What a database keeps of itself, and what SQLite fills by triggers: not the data. A test compares
   * what is left on both.
   */
  private static final String NOT_DATA =
      "flyway_schema_history|database_.*|sqlite_.*|case_search_row";

  private static final String SQLITE_TABLES =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name";
  private static final String SQLITE_COLUMNS =
      "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid";
  private static final String SQLITE_PARENTS = "SELECT \"table\" FROM pragma_foreign_key_list(?)";

  private static final String POSTGRESQL_TABLES =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name""";
  private static final String POSTGRESQL_COLUMNS =
      """
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ? AND is_generated = 'NEVER'
      ORDER BY ordinal_position""";
  private static final String POSTGRESQL_PARENTS =
      """
      SELECT c.confrelid::regclass::text FROM pg_constraint c
      WHERE c.contype = 'f' AND c.conrelid = CAST(? AS regclass)""";

  private static final String SCHEMA =
      "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1";

  /** The one table that refers to files. */
  private static final String BLOBS = "SELECT sha256, MAX(length_bytes) FROM instance GROUP BY 1";

  /** Who was here has left a row in one of them. */
  private static final List<String> TRACES =
      List.of("person", "teaching_case", "study", "audit_record");

  /** Does something with the values of a row. */
  @FunctionalInterface
  interface Taking {
    void take(List<@Nullable Object> values) throws SQLException;
  }

  /** Does something with a file that rows refer to. */
  @FunctionalInterface
  interface BlobTaking {
    void take(String sha256, long bytes) throws SQLException;
  }

  private AllTables() {}

  /** All that have data, parents before the tables that refer to them. */
  static List<BackedTable> tables(Sql sql) throws SQLException {
    var sqlite = sql.dialect() == Dialect.SQLITE;
    var parents = new LinkedHashMap<String, Set<String>>();
    for (var name : sql.list(sqlite ? SQLITE_TABLES : POSTGRESQL_TABLES, row -> row.getString(1))) {
      if (name.matches(NOT_DATA)) continue;
      parents.put(
          name,
          Set.copyOf(sql.list(
              sqlite ? SQLITE_PARENTS : POSTGRESQL_PARENTS, row -> row.getString(1), name)));
    }
    var placed = new ArrayList<BackedTable>();
    for (var name : ParentsFirst.order(parents)) {
      placed.add(new BackedTable(
          name,
          sql.list(sqlite ? SQLITE_COLUMNS : POSTGRESQL_COLUMNS, row -> row.getString(1), name)));
    }
    return placed;
  }

  /** The version of the tables, as Flyway counts them. */
  static String schema(Sql sql) throws SQLException {
    return sql.first(SCHEMA, row -> row.getString(1)).orElseThrow();
  }

  static long count(Sql sql, BackedTable table) throws SQLException {
    return sql.first(table.count(), row -> row.getLong(1)).orElseThrow();
  }

  static void each(Sql sql, BackedTable table, Taking taking) throws SQLException {
    var columns = table.columns().size();
    sql.each(table.select(), row -> taking.take(values(row, columns)));
  }

  static void eachBlob(Sql sql, BlobTaking taking) throws SQLException {
    sql.each(BLOBS, row -> taking.take(row.getString(1), row.getLong(2)));
  }

  static long blobCount(Sql sql) throws SQLException {
    return sql.first("SELECT COUNT(DISTINCT sha256) FROM instance", row -> row.getLong(1))
        .orElseThrow();
  }

  /** Whether nobody has ever worked with it. */
  static boolean isUnused(Sql sql) throws SQLException {
    for (var table : TRACES) {
      if (sql.first("SELECT 1 FROM " + table + " LIMIT 1", row -> true).isPresent()) return false;
    }
    return true;
  }

  /** Removes what the migrations have put there. */
  static void clear(Sql sql, List<BackedTable> tables) throws SQLException {
    var children = new ArrayList<>(tables);
    Collections.reverse(children);
    for (var table : children) sql.update(table.delete());
  }

  static void insert(Sql sql, BackedTable table, List<List<@Nullable Object>> rows)
      throws SQLException {
    sql.batch(table.insert(), rows);
  }

  /** How many rows refer to one that is not there; PostgreSQL lets none in. */
  static long orphans(Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRESQL) return 0;
    return sql.first("SELECT COUNT(*) FROM pragma_foreign_key_check", row -> row.getLong(1))
        .orElseThrow();
  }

  private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns);
    for (var i = 1; i <= columns; i++) values.add(row.getObject(i));
    return values;
  }
}
