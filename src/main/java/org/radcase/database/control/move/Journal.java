package org.radcase.database.control.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.json.Json;

/** The keys of rows that were written, in the same transaction as the writes, by triggers. */
final class Journal {
  /** A row that was written or deleted. */
  record Entry(long sequence, String table, List<Object> key) {}

  private static final String PENDING =
      "SELECT sequence, table_name, row_key FROM database_journal ORDER BY sequence LIMIT ?";
  private static final String REMOVE = "DELETE FROM database_journal WHERE sequence = ?";
  private static final String COUNT = "SELECT COUNT(*) FROM database_journal";
  private static final List<String> EVENTS = List.of("insert", "update", "delete");

  private Journal() {}

  /** From the next write on. */
  static void begin(Sql sql, TableShapes tables) throws SQLException {
    end(sql, tables);
    for (var table : tables.inOrder()) {
      for (var event : EVENTS) {
        if (sql.dialect() == Dialect.SQLITE) sql.update(sqliteTrigger(table, event));
        else beginOnPostgresql(sql, table, event);
      }
    }
  }

  /** Ends it, and forgets what it holds. */
  static void end(Sql sql, TableShapes tables) throws SQLException {
    for (var table : tables.inOrder()) {
      for (var event : EVENTS) {
        if (sql.dialect() == Dialect.SQLITE) {
          sql.update("DROP TRIGGER IF EXISTS " + name(table, event));
        } else {
          sql.update("DROP TRIGGER IF EXISTS " + name(table, event) + " ON " + table.name());
          sql.update("DROP FUNCTION IF EXISTS " + name(table, event) + "()");
        }
      }
    }
    sql.update("DELETE FROM database_journal");
  }

  static List<Entry> pending(Sql sql, int most) throws SQLException {
    return sql.list(
        PENDING, row -> new Entry(row.getLong(1), row.getString(2), key(row.getString(3))), most);
  }

  static long count(Sql sql) throws SQLException {
    return sql.first(COUNT, row -> row.getLong(1)).orElseThrow();
  }

  /** By number each: on PostgreSQL a lower one may be committed after a higher one was read. */
  static void remove(Sql sql, List<Entry> entries) throws SQLException {
    sql.batch(
        REMOVE, entries.stream().map(entry -> List.<Object>of(entry.sequence)).toList());
  }

  private static String name(TableShape table, String event) {
    return "journal_" + event + "_" + table.name();
  }

  private static String sqliteTrigger(TableShape table, String event) {
    return "CREATE TRIGGER " + name(table, event) + " AFTER " + event + " ON " + table.name()
        + " BEGIN " + writes(table, event, "json_array(%s)") + " END";
  }

  private static void beginOnPostgresql(Sql sql, TableShape table, String event)
      throws SQLException {
    var name = name(table, event);
    sql.update("CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        + writes(table, event, "json_build_array(%s)::text") + " RETURN NULL; END $$");
    sql.update("CREATE TRIGGER " + name + " AFTER " + event + " ON " + table.name()
        + " FOR EACH ROW EXECUTE FUNCTION " + name + "()");
  }

  /** An update may change the key: both rows are named then. */
  private static String writes(TableShape table, String event, String array) {
    var sides =
        switch (event) {
          case "insert" -> List.of("NEW");
          case "delete" -> List.of("OLD");
          default -> List.of("OLD", "NEW");
        };
    var text = new StringBuilder();
    for (var side : sides) {
      var key = table.keyColumns().stream()
          .map(column -> side + "." + column)
          .collect(Collectors.joining(", "));
      text.append("INSERT INTO database_journal (table_name, row_key) VALUES ('")
          .append(table.name())
          .append("', ")
          .append(array.formatted(key))
          .append("); ");
    }
    return text.toString();
  }

  private static List<Object> key(String json) throws SQLException {
    try {
      var key = new ArrayList<Object>();
      for (var part : Json.MAPPER.readTree(json)) {
        key.add(part.isIntegralNumber() ? (Object) part.longValue() : part.textValue());
      }
      return key;
    } catch (JsonProcessingException e) {
      throw new SQLException("An entry of the journal is damaged", e);
    }
  }
}
