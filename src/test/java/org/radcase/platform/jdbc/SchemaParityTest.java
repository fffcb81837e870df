package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.radcase.testing.TestDatabases;

/** Two sets of migrations, one schema. */
class SchemaParityTest {
  /** How the databases find words is their own: tables here, columns there, filled by themselves. */
  private static final Pattern SEARCH_OF_SQLITE = Pattern.compile("case_(study_)?search(_.*)?");

  private static final Pattern SEARCH_OF_POSTGRESQL =
      Pattern.compile("(study_)?search_(title_)?document|teaching_case_(study_)?search");

  private static final Pattern TEXT_LITERAL = Pattern.compile("'([^']*)'");

  @Test
  void both_databases_have_the_same_tables_and_columns() throws SQLException {
    assertThat(schemaOf(TestDatabases.SQLITE, SchemaParityTest::columns))
        .isEqualTo(schemaOf(TestDatabases.POSTGRESQL, SchemaParityTest::columns));
  }

  @Test
  void both_databases_have_the_same_keys() throws SQLException {
    assertThat(schemaOf(TestDatabases.SQLITE, SchemaParityTest::keys))
        .isEqualTo(schemaOf(TestDatabases.POSTGRESQL, SchemaParityTest::keys));
  }

  @Test
  void both_databases_have_the_same_indexes() throws SQLException {
    assertThat(schemaOf(TestDatabases.SQLITE, SchemaParityTest::indexes))
        .isEqualTo(schemaOf(TestDatabases.POSTGRESQL, SchemaParityTest::indexes));
  }

  @Test
  void both_databases_check_the_same_values() throws SQLException {
    var sqlite = schemaOf(TestDatabases.SQLITE, SchemaParityTest::sqliteChecks);
    var postgresql = schemaOf(TestDatabases.POSTGRESQL, SchemaParityTest::postgresqlChecks);

    assertThat(sqlite).isEqualTo(postgresql);
  }

  @FunctionalInterface
  private interface Reading {
    Set<String> of(Connection connection, String table) throws SQLException;
  }

  private static Map<String, Set<String>> schemaOf(TestDatabases kind, Reading reading)
      throws SQLException {
    var fresh = kind.fresh();
    try (var connection = fresh.dataSource().getConnection()) {
      var schema = new TreeMap<String, Set<String>>();
      for (var table : tables(connection)) schema.put(table, reading.of(connection, table));
      assertThat(schema).containsKey("teaching_case");
      return schema;
    } finally {
      fresh.drop().run();
    }
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    var tables = new TreeSet<String>();
    var types = new String[] {"TABLE"};
    try (var rows = connection.getMetaData().getTables(null, null, "%", types)) {
      while (rows.next()) {
        var schema = rows.getString("TABLE_SCHEM");
        var isOurs = schema == null || schema.equals("public");
        var name = rows.getString("TABLE_NAME");
        var isBookkeeping = name.startsWith("flyway") || name.startsWith("sqlite");
        var isSearch = SEARCH_OF_SQLITE.matcher(name).matches();
        if (isOurs && !isBookkeeping && !isSearch) tables.add(name);
      }
    }
    return tables;
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    var columns = new TreeSet<String>();
    try (var rows = connection.getMetaData().getColumns(null, null, table, "%")) {
      while (rows.next()) {
        if (SEARCH_OF_POSTGRESQL.matcher(rows.getString("COLUMN_NAME")).matches()) continue;
        columns.add("%s %s %s"
            .formatted(
                rows.getString("COLUMN_NAME"),
                kindOf(rows.getString("TYPE_NAME")),
                rows.getString("IS_NULLABLE").equals("YES") ? "nullable" : "required"));
      }
    }
    return columns;
  }

  private static String kindOf(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "text", "varchar" -> "text";
      case "integer", "int4", "bigint", "int8", "smallint", "int2" -> "whole number";
      case "real", "float8", "double precision" -> "number";
      case "blob", "bytea" -> "bytes";
      default -> type;
    };
  }

  private static Set<String> keys(Connection connection, String table) throws SQLException {
    var keys = new TreeSet<String>();
    try (var rows = connection.getMetaData().getPrimaryKeys(null, null, table)) {
      while (rows.next()) keys.add("primary " + rows.getString("COLUMN_NAME"));
    }
    try (var rows = connection.getMetaData().getImportedKeys(null, null, table)) {
      while (rows.next()) {
        keys.add("foreign %s -> %s.%s"
            .formatted(
                rows.getString("FKCOLUMN_NAME"),
                rows.getString("PKTABLE_NAME"),
                rows.getString("PKCOLUMN_NAME")));
      }
    }
    return keys;
  }

  /** By name and, where there is no expression, by columns; the keys' own are left to the keys. */
  private static Set<String> indexes(Connection connection, String table) throws SQLException {
    var indexes = new TreeSet<String>();
    try (var rows = connection.getMetaData().getIndexInfo(null, null, table, false, true)) {
      while (rows.next()) {
        var name = rows.getString("INDEX_NAME");
        if (name == null || name.startsWith("sqlite_") || name.endsWith("_key")) continue;
        if (name.endsWith("_pkey") || SEARCH_OF_POSTGRESQL.matcher(name).matches()) continue;
        var column = rows.getString("COLUMN_NAME");
        var isName = column != null && column.matches("[a-z_]+");
        indexes.add(name + " " + (isName ? column : "expression"));
      }
    }
    return indexes;
  }

  /** The texts and numbers that a check names; the databases spell the rest in their own ways. */
  private static Set<String> sqliteChecks(Connection connection, String table) throws SQLException {
    var statement = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?";
    var checks = new TreeSet<String>();
    try (var prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, table);
      try (var rows = prepared.executeQuery()) {
        while (rows.next()) {
          var matcher = Pattern.compile("(?s)CHECK\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)")
              .matcher(rows.getString(1));
          while (matcher.find()) checks.add(literals(matcher.group(1)));
        }
      }
    }
    return checks;
  }

  private static Set<String> postgresqlChecks(Connection connection, String table)
      throws SQLException {
    var statement =
        """
        SELECT pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'c' AND conrelid = ?::regclass""";
    var checks = new TreeSet<String>();
    try (var prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, table);
      try (var rows = prepared.executeQuery()) {
        while (rows.next()) checks.add(literals(rows.getString(1)));
      }
    }
    return checks;
  }

  private static String literals(String check) {
    var literals = new TreeSet<String>();
    var texts = TEXT_LITERAL.matcher(check);
    while (texts.find()) literals.add(texts.group(1));
    var numbers = Pattern.compile("(?<![a-z_'])\\d+").matcher(check);
    while (numbers.find()) literals.add(numbers.group());
    return literals.toString();
  }
}
