package org.radcase.database.control.backup;

import java.util.Collections;
import java.util.List;

/**
 * A table whose rows are backed up.
 *
 * @param columns those that are not computed from others
 */
record BackedTable(String name, List<String> columns) {
  BackedTable {
    columns = List.copyOf(columns);
  }

  String select() {
    return "SELECT " + String.join(", ", columns) + " FROM " + name;
  }

  String count() {
    return "SELECT COUNT(*) FROM " + name;
  }

  String delete() {
    return "DELETE FROM " + name;
  }

  String insert() {
    return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
  }
}
