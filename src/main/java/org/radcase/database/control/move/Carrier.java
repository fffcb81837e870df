package org.radcase.database.control.move;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcase.database.control.move.Journal.Entry;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Sql;

/**
 * Carries rows from the database that has the data to the one that follows. For one thread: only
 * because nobody else writes there, a row that was read before it was deleted does not come back.
 */
final class Carrier {
  private static final int FEW = 2_000;

  private final Pool from;
  private final Pool to;
  private final TableShapes tables;
  private int most = FEW;

  Carrier(Pool from, Pool to, TableShapes tables) {
    this.from = from;
    this.to = to;
    this.tables = tables;
  }

  /**
   * What the journal named in one state of the database, and how those rows were in it.
   *
   * @param whole whether that was all it named
   * @param keys of the rows that were written or deleted
   * @param rows those that are there
   * @param firstTables how many tables were looked at
   */
  record Seen(
      List<Entry> entries,
      boolean whole,
      Map<TableShape, Set<List<Object>>> keys,
      Map<TableShape, Collection<List<Object>>> rows,
      int firstTables) {}

  /** Reads the journal; within a snapshot. */
  Seen look(Sql sql) throws SQLException {
    return look(sql, tables.inOrder().size());
  }

  /**
   * As {@link #look(Sql)}, for the first tables alone: what the journal names of others is forgotten,
   * as they are yet to be copied.
   */
  Seen look(Sql sql, int firstTables) throws SQLException {
    var entries = Journal.pending(sql, most);
    var copied = Set.copyOf(tables.inOrder().subList(0, firstTables));
    var keys = new HashMap<TableShape, Set<List<Object>>>();
    for (var entry : entries) {
      tables.find(entry.table()).filter(copied::contains).ifPresent(table -> keys.computeIfAbsent(
              table, one -> new LinkedHashSet<>())
          .add(entry.key()));
    }
    var rows = new HashMap<TableShape, Collection<List<Object>>>();
    for (var one : keys.entrySet()) {
      rows.put(one.getKey(), Rows.byKeys(sql, one.getKey(), one.getValue()).values());
    }
    return new Seen(entries, entries.size() < most, keys, rows, firstTables);
  }

  /** Carries over what the journal names; returns whether that was all. */
  boolean catchUp() {
    var seen = from.snapshot(this::look);
    if (seen.entries.isEmpty()) return true;
    put(seen, Map.of());
    settle(seen);
    return seen.whole;
  }

  /**
   * Makes the rows the same in the database that follows.
   *
   * @param more rows besides, of the same state
   */
  void put(Seen seen, Map<TableShape, List<List<Object>>> more) {
    try {
      to.write(sql -> {
        apply(sql, seen, more);
        return true;
      });
      most = FEW;
    } catch (DatabaseFailure e) {
      // A part of the journal may name a row whose parent only a later part names.
      if (!e.refusedByConstraint() || seen.whole) throw e;
      most *= 2;
      put(from.snapshot(sql -> look(sql, seen.firstTables)), Map.of());
    }
  }

  private void apply(Sql sql, Seen seen, Map<TableShape, List<List<Object>>> more)
      throws SQLException {
    deferForeignKeys(sql);
    var ordered = tables.inOrder();
    for (var i = ordered.size() - 1; i >= 0; i--) {
      var table = ordered.get(i);
      if (table.appendOnly()) continue;
      Rows.delete(sql, table, seen.keys.getOrDefault(table, Set.of()));
      Rows.delete(sql, table, keysOf(table, more.getOrDefault(table, List.of())));
    }
    for (var table : ordered) {
      var rows = new HashMap<List<Object>, List<Object>>();
      for (var row : more.getOrDefault(table, List.of())) rows.put(table.keyOf(row), row);
      for (var row : seen.rows.getOrDefault(table, List.of())) rows.put(table.keyOf(row), row);
      Rows.insert(sql, table, rows.values());
    }
    for (var table : ordered) {
      if (table.appendOnly()) Rows.delete(sql, table, gone(table, seen));
    }
  }

  /** Rows that never change are not deleted to be written again, only when they are really gone. */
  private static Collection<List<Object>> gone(TableShape table, Seen seen) {
    var gone = new LinkedHashSet<>(seen.keys.getOrDefault(table, Set.of()));
    gone.removeAll(keysOf(table, seen.rows.getOrDefault(table, List.of())));
    return gone;
  }

  private static List<List<Object>> keysOf(TableShape table, Collection<List<Object>> rows) {
    var keys = new ArrayList<List<Object>>();
    for (var row : rows) keys.add(table.keyOf(row));
    return keys;
  }

  /** So that the order of rows does not matter within the transaction. */
  private static void deferForeignKeys(Sql sql) throws SQLException {
    sql.update(
        sql.dialect() == Dialect.SQLITE
            ? "PRAGMA defer_foreign_keys = ON"
            : "SET CONSTRAINTS ALL DEFERRED");
  }

  /** Forgets what was carried over. */
  private void settle(Seen seen) {
    from.write(sql -> {
      Journal.remove(sql, seen.entries);
      return true;
    });
  }
}
