package org.radcase.database.control.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.jdbc.Sql;

/** Reads and writes rows of any table; whole numbers are {@code long} whatever the column's width. */
final class Rows {
  /** Below the number of question marks that the drivers take. */
  private static final int AT_ONCE = 500;

  private Rows() {}

  /** Up to {@code most} rows behind a key, in order; an empty key is before the first. */
  static List<List<Object>> after(Sql sql, TableShape table, List<Object> key, int most)
      throws SQLException {
    return sql.list(
        table.selectAfter(key.isEmpty()),
        row -> values(row, table.columns().size()),
        with(key, most));
  }

  /** As {@link #after}, keys alone, in the order of the database's own. */
  static List<List<Object>> keysAfter(Sql sql, TableShape table, List<Object> key, int most)
      throws SQLException {
    return sql.list(
        table.keysAfter(key.isEmpty()),
        row -> values(row, table.keyColumns().size()),
        with(key, most));
  }

  /** The rows of these keys that there are. */
  static Map<List<Object>, List<Object>> byKeys(
      Sql sql, TableShape table, Collection<List<Object>> keys) throws SQLException {
    var found = new HashMap<List<Object>, List<Object>>();
    for (var some : parts(keys)) {
      var rows = sql.list(
          table.selectByKeys(some.size()), row -> values(row, table.columns().size()), flat(some));
      for (var row : rows) found.put(table.keyOf(row), row);
    }
    return found;
  }

  static List<List<Object>> existing(Sql sql, TableShape table, Collection<List<Object>> keys)
      throws SQLException {
    var found = new ArrayList<List<Object>>();
    for (var some : parts(keys)) {
      found.addAll(sql.list(
          table.keysByKeys(some.size()),
          row -> values(row, table.keyColumns().size()),
          flat(some)));
    }
    return found;
  }

  static void delete(Sql sql, TableShape table, Collection<List<Object>> keys) throws SQLException {
    sql.batch(table.deleteByKey(), keys);
  }

  static void insert(Sql sql, TableShape table, Collection<List<Object>> rows) throws SQLException {
    sql.batch(table.insert(), rows);
  }

  private static List<Object> values(ResultSet row, int count) throws SQLException {
    var values = new ArrayList<@Nullable Object>(count);
    for (var i = 1; i <= count; i++) values.add(plain(row.getObject(i)));
    return Collections.unmodifiableList(values);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short) return ((Number) value).longValue();
    return value instanceof Float single ? (Double) single.doubleValue() : value;
  }

  private static Object[] with(List<Object> key, int most) {
    var arguments = new ArrayList<>(key);
    arguments.add(most);
    return arguments.toArray();
  }

  private static Object[] flat(List<List<Object>> keys) {
    return keys.stream().flatMap(List::stream).toArray();
  }

  private static List<List<List<Object>>> parts(Collection<List<Object>> keys) {
    var all = List.copyOf(keys);
    var parts = new ArrayList<List<List<Object>>>();
    for (var from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return parts;
  }
}
