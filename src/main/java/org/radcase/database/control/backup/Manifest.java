package org.radcase.database.control.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Json;

/**
 * What a backup holds. It is written last: a folder without it is none.
 *
 * @param format of the files; see decisions/0009
 * @param product the kind of database it was made of
 * @param schema the version of the tables, as Flyway counts them
 * @param keyFingerprint of the server's key, without which secrets and audit trail are lost
 * @param key the file of that key; null if it was given as a setting
 * @param tables parents before the tables that refer to them
 * @param blobs the list of images' files
 * @param blobCount how many they are
 * @param blobBytes how many bytes they have
 */
record Manifest(
    int format,
    String id,
    Instant startedAt,
    Instant finishedAt,
    String product,
    String schema,
    String keyFingerprint,
    @Nullable FileEntry key,
    List<TableEntry> tables,
    FileEntry blobs,
    long blobCount,
    long blobBytes) {
  static final int FORMAT = 1;
  static final String FILE = "manifest.json";
  private static final long LONGEST_BYTES = 4 << 20;

  /**
   * A file of the backup.
   *
   * @param path below the backup's folder
   */
  record FileEntry(String path, long bytes, String sha256) {}

  /** The rows of a table. */
  record TableEntry(String name, List<String> columns, long rows, FileEntry file) {
    TableEntry {
      columns = List.copyOf(columns);
    }
  }

  Manifest {
    tables = List.copyOf(tables);
  }

  long rows() {
    return tables.stream().mapToLong(TableEntry::rows).sum();
  }

  long bytes() {
    return blobBytes + tables.stream().mapToLong(table -> table.file.bytes).sum();
  }

  /** Of a folder; empty if that is no backup. */
  static Optional<Manifest> of(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    try {
      if (Files.size(file) > LONGEST_BYTES) throw new IOException("The manifest is too long");
      return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Manifest.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
