package org.radcase.database.control.move;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as both databases have it.
 *
 * @param columns all of them, those of the primary key among them
 * @param keyColumns the primary key, in its order
 * @param textKeys of those, the ones that hold text
 * @param appendOnly whether rows never change once they are there
 */
record TableShape(
    String name,
    List<String> columns,
    List<String> keyColumns,
    List<String> textKeys,
    boolean appendOnly) {
  TableShape {
    columns = List.copyOf(columns);
    keyColumns = List.copyOf(keyColumns);
    textKeys = List.copyOf(textKeys);
  }

  /** The key of a row that has all columns. */
  List<Object> keyOf(List<Object> row) {
    return keyColumns.stream().map(column -> row.get(columns.indexOf(column))).toList();
  }

  String count() {
    return "SELECT COUNT(*) FROM " + name;
  }

  /** Rows in the order of their keys, texts by their bytes; after a key, or from the first. */
  String selectAfter(boolean fromTheFirst) {
    return select() + after(fromTheFirst);
  }

  /** Keys in whatever order the database has them in its index. */
  String keysAfter(boolean fromTheFirst) {
    var keys = String.join(", ", keyColumns);
    var where = fromTheFirst ? "" : " WHERE (" + keys + ") > (" + marks(keyColumns.size()) + ")";
    return "SELECT " + keys + " FROM " + name + where + " ORDER BY " + keys + " LIMIT ?";
  }

  String selectByKeys(int count) {
    return select() + byKeys(count);
  }

  String keysByKeys(int count) {
    return "SELECT " + String.join(", ", keyColumns) + " FROM " + name + byKeys(count);
  }

  String deleteByKey() {
    return "DELETE FROM " + name + " WHERE "
        + keyColumns.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND "));
  }

  String insert() {
    var statement = "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
        + marks(columns.size()) + ")";
    return appendOnly ? statement + " ON CONFLICT DO NOTHING" : statement;
  }

  private String select() {
    return "SELECT " + String.join(", ", columns) + " FROM " + name;
  }

  private String after(boolean fromTheFirst) {
    var keys = keyColumns.stream().map(this::byBytes).collect(Collectors.joining(", "));
    var where = fromTheFirst ? "" : " WHERE (" + keys + ") > (" + marks(keyColumns.size()) + ")";
    return where + " ORDER BY " + keys + " LIMIT ?";
  }

  private String byBytes(String column) {
    return textKeys.contains(column) ? column + " COLLATE \"binary\"" : column;
  }

  private String byKeys(int count) {
    if (keyColumns.size() == 1) {
      return " WHERE " + keyColumns.get(0) + " IN (" + marks(count) + ")";
    }
    var one = "(" + marks(keyColumns.size()) + ")";
    return " WHERE (" + String.join(", ", keyColumns) + ") IN (VALUES "
        + String.join(", ", Collections.nCopies(count, one)) + ")";
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
