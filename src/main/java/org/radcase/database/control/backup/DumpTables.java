package org.radcase.database.control.backup;

import com.fasterxml.jackson.core.JsonEncoding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcase.database.control.backup.Manifest.FileEntry;
import org.radcase.database.control.backup.Manifest.TableEntry;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.json.Json;

/** Writes one state of the database into files. For one thread. */
final class DumpTables {
  static final String BLOB_LIST = "blobs.txt.gz";
  private static final String TABLES = "tables";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Progress progress;
  private long rows;
  private long blobs;
  private long blobBytes;

  DumpTables(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** What came of it. */
  record Dump(
      String product,
      String schema,
      List<TableEntry> tables,
      FileEntry blobs,
      long blobCount,
      long blobBytes) {}

  /**
   * Writes everything; within a snapshot.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  Dump write(Sql sql) throws SQLException {
    var product = sql.dialect().name().toLowerCase(Locale.ROOT);
    var schema = AllTables.schema(sql);
    var tables = AllTables.tables(sql);
    var all = 0L;
    for (var table : tables) all += AllTables.count(sql, table);
    progress.begun(product, schema, all);
    try {
      Files.createDirectory(folder.resolve(TABLES));
      var entries = new ArrayList<TableEntry>();
      for (var table : tables) entries.add(write(sql, table));
      var list = HashedFile.write(folder, BLOB_LIST, out -> writeBlobList(sql, out));
      progress.filesInAll(blobs);
      return new Dump(product, schema, entries, list, blobs, blobBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableEntry write(Sql sql, BackedTable table) throws IOException, SQLException {
    var before = rows;
    var path = TABLES + "/" + table.name() + ".jsonl.gz";
    var file = HashedFile.write(folder, path, out -> writeRows(sql, table, out));
    progress.rows(rows);
    progress.bytes(progress.backup().bytes() + file.bytes());
    return new TableEntry(table.name(), table.columns(), rows - before, file);
  }

  private void writeRows(Sql sql, BackedTable table, OutputStream out)
      throws IOException, SQLException {
    try (var packed = new Packed(out);
        var json = Json.MAPPER.getFactory().createGenerator(packed, JsonEncoding.UTF8)) {
      json.setRootValueSeparator(null);
      AllTables.each(sql, table, values -> {
        written(() -> RowFile.write(json, values));
        if (++rows % 1_000 == 0) progress.rows(rows);
      });
    }
  }

  private void writeBlobList(Sql sql, OutputStream out) throws IOException, SQLException {
    try (var packed = new BufferedOutputStream(new Packed(out), BUFFER_BYTES)) {
      AllTables.eachBlob(sql, (sha256, bytes) -> {
        blobs++;
        blobBytes += bytes;
        var line = sha256 + " " + bytes + "\n";
        written(() -> packed.write(line.getBytes(StandardCharsets.US_ASCII)));
      });
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void written(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
