package org.radcase.database.control.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.zip.GZIPInputStream;
import org.radcase.database.control.backup.Manifest.TableEntry;
import org.radcase.platform.jdbc.Sql;

/** Brings the rows of a backup into an empty database. For one thread. */
final class LoadTables {
  private static final int AT_ONCE = 500;

  private final Path folder;
  private final Manifest manifest;

  LoadTables(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Loads all tables, within a transaction.
   *
   * @return what is wrong with the result; empty if nothing is
   * @throws UncheckedIOException if a file cannot be read
   */
  String load(Sql sql) throws SQLException {
    var tables = AllTables.tables(sql);
    var known = new HashSet<>(tables.stream().map(BackedTable::name).toList());
    for (var entry : manifest.tables()) {
      if (!known.contains(entry.name())) return "this release has no table " + entry.name();
    }
    AllTables.clear(sql, tables);
    for (var table : tables) {
      for (var entry : manifest.tables()) {
        if (entry.name().equals(table.name())) load(sql, entry);
      }
    }
    return faultIn(sql);
  }

  private void load(Sql sql, TableEntry entry) throws SQLException {
    var table = new BackedTable(entry.name(), entry.columns());
    try (var file = HashedFile.read(folder, entry.file());
        var rows = new GZIPInputStream(file)) {
      RowFile.read(
          rows, entry.columns().size(), AT_ONCE, some -> AllTables.insert(sql, table, some));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String faultIn(Sql sql) throws SQLException {
    for (var entry : manifest.tables()) {
      var count = AllTables.count(sql, new BackedTable(entry.name(), entry.columns()));
      if (count != entry.rows()) {
        return entry.name() + " has " + count + " rows instead of " + entry.rows();
      }
    }
    var orphans = AllTables.orphans(sql);
    if (orphans > 0) return orphans + " rows refer to others that are not there";
    var missing = AllTables.blobCount(sql) - manifest.blobCount();
    return missing == 0 ? "" : "images and their files do not match";
  }
}
