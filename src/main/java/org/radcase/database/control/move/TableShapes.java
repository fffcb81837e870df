package org.radcase.database.control.move;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcase.database.entity.ParentsFirst;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Sql;

/**
 * The tables that move: those that both databases have, but for what each keeps of itself. Read from
 * the SQLite side, which has one list of its tables and columns.
 */
final class TableShapes {
  /** Flyway's list of migrations, and RadCase's own of each database. */
  private static final String OF_THE_DATABASE = "flyway_schema_history|database_.*|sqlite_.*";

  private static final Set<String> APPEND_ONLY = Set.of("audit_record");

  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
  private static final String COLUMNS =
      "SELECT name, type, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid";
  private static final String PARENTS = "SELECT \"table\" FROM pragma_foreign_key_list(?)";
  private static final String POSTGRESQL_TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";

  private final List<TableShape> inOrder;
  private final Map<String, TableShape> byName;

  private TableShapes(List<TableShape> inOrder) {
    this.inOrder = inOrder;
    byName = inOrder.stream().collect(Collectors.toMap(TableShape::name, shape -> shape));
  }

  static TableShapes read(Pool sqlite, Pool postgresql) {
    var there =
        new HashSet<>(postgresql.read(sql -> sql.list(POSTGRESQL_TABLES, row -> row.getString(1))));
    return sqlite.read(sql -> {
      var names = sql.list(TABLES, row -> row.getString(1)).stream()
          .filter(name -> !name.matches(OF_THE_DATABASE) && there.contains(name))
          .toList();
      var ordered = new ArrayList<TableShape>();
      for (var name : parentsFirst(sql, names)) ordered.add(shape(sql, name));
      return new TableShapes(List.copyOf(ordered));
    });
  }

  /** Parents before the tables that refer to them. */
  List<TableShape> inOrder() {
    return inOrder;
  }

  Optional<TableShape> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static List<String> parentsFirst(Sql sql, List<String> names) throws SQLException {
    var parents = new LinkedHashMap<String, Set<String>>();
    for (var name : names) {
      parents.put(name, Set.copyOf(sql.list(PARENTS, row -> row.getString(1), name)));
    }
    return ParentsFirst.order(parents);
  }

  private record Column(String name, String type, int keyPosition) {}

  private static TableShape shape(Sql sql, String table) throws SQLException {
    var columns = sql.list(
        COLUMNS, row -> new Column(row.getString(1), row.getString(2), row.getInt(3)), table);
    var keys = columns.stream()
        .filter(column -> column.keyPosition > 0)
        .sorted((a, b) -> Integer.compare(a.keyPosition, b.keyPosition))
        .toList();
    if (keys.isEmpty()) throw new SQLException(table + " has no primary key");
    return new TableShape(
        table,
        columns.stream().map(Column::name).toList(),
        keys.stream().map(Column::name).toList(),
        keys.stream().filter(key -> key.type.equals("TEXT")).map(Column::name).toList(),
        APPEND_ONLY.contains(table));
  }
}
