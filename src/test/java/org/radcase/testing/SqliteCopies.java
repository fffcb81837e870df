package org.radcase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.radcase.platform.jdbc.Migrations;
import org.radcase.platform.jdbc.Pool;
import org.radcase.testing.TestDatabases.Fresh;
import org.sqlite.SQLiteDataSource;

/** Copies of one migrated SQLite file, opened as {@code server-config} opens it. */
final class SqliteCopies {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path FOLDER = folder();
  private static final Path MIGRATED = migrated();

  private SqliteCopies() {}

  static Fresh fresh() {
    var file = FOLDER.resolve("test-" + COUNT.incrementAndGet() + ".db");
    try {
      Files.copy(MIGRATED, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Fresh.of(open(file), () -> remove(file));
  }

  static Fresh empty() {
    var file = FOLDER.resolve("empty-" + COUNT.incrementAndGet() + ".db");
    return Fresh.of(open(file), () -> remove(file));
  }

  private static SQLiteDataSource open(Path file) {
    var dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + file
        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=on");
    return dataSource;
  }

  private static Path migrated() {
    var file = FOLDER.resolve("migrated.db");
    var dataSource = open(file);
    Migrations.run(new Pool("jdbc/radcase", dataSource));
    return file;
  }

  private static Path folder() {
    try {
      var folder = Files.createTempDirectory("radcase-sqlite-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAll(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeAll(Path folder) {
    try (var files = Files.list(folder)) {
      files.forEach(SqliteCopies::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    remove(folder);
  }

  private static void remove(Path file) {
    try {
      for (var suffix : new String[] {"-wal", "-shm", ""}) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
