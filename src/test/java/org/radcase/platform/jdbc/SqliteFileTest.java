package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.testing.ServerConfigPools;

/** The file of SQLite and its write-ahead log. */
class SqliteFileTest {
  private static final int PAGE_BYTES = 4096;

  @TempDir
  Path folder;

  private Path filled() {
    var file = folder.resolve("radcase.db");
    var server = ServerConfigPools.sqlite(file);
    var pool = new Pool("jdbc/radcase", server);
    Migrations.run(pool);
    fill(pool);
    server.close();
    return file;
  }

  private static void fill(Pool pool) {
    pool.write(
        sql -> sql.update(
            """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO institution (id, name) SELECT i, 'Institution ' || i FROM n"""));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void a_damaged_page_stops_the_start_and_says_what_to_do(double place) throws IOException {
    var file = filled();
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((long) (bytes.length() * place) / PAGE_BYTES * PAGE_BYTES);
      var noise = new byte[PAGE_BYTES];
      Arrays.fill(noise, (byte) 0x5a);
      bytes.write(noise);
    }
    var server = ServerConfigPools.sqlite(file);

    var failure = catchThrowableOfType(
        StartupFailure.class, () -> Migrations.run(new Pool("jdbc/radcase", server)));

    assertThat(failure).hasMessageContaining("jdbc/radcase is damaged");
    assertThat(failure).hasMessageContaining("-Dradcase.restore=");
    server.close();
  }

  @Test
  void a_log_that_has_grown_is_brought_into_the_file_and_cut() throws IOException {
    var file = folder.resolve("radcase.db");
    var log = Path.of(file + "-wal");
    var server = ServerConfigPools.sqlite(file);
    var pool = new Pool("jdbc/radcase", server);
    Migrations.run(pool);
    pool.snapshot(sql -> {
      // A reader of the past keeps the log from beginning anew.
      sql.first("SELECT COUNT(*) FROM institution", row -> row.getLong(1));
      fill(pool);
      pool.upkeep().checkpoint(1);
      return 0;
    });
    assertThat(Files.size(log)).isPositive();

    pool.upkeep().checkpoint(1);

    assertThat(Files.size(log)).isZero();
    assertThat(pool.upkeep().logBytes()).isZero();
    server.close();
  }

  /** The limit of the file stands for that of the disk; SQLite tells both the same. */
  @Test
  void a_full_disk_is_told_as_such_and_loses_nothing() {
    var server = ServerConfigPools.sqlite(folder.resolve("radcase.db"));
    server.setUrl(server.getUrl() + "&max_page_count=100");
    var pool = new Pool("jdbc/radcase", server);
    pool.write(sql -> sql.update("CREATE TABLE written (content TEXT)"));
    pool.write(sql -> sql.update("INSERT INTO written VALUES ('kept')"));

    var failure = catchThrowableOfType(
        DatabaseFailure.class,
        () -> pool.write(sql -> sql.update("INSERT INTO written VALUES (?)", "x".repeat(1 << 20))));

    assertThat(failure.problem()).hasValueSatisfying(problem -> {
      assertThat(problem.kind()).isEqualTo(HttpProblem.DISK_FULL);
      assertThat(problem.headers()).containsKey("Retry-After");
    });
    pool.write(sql -> sql.update("INSERT INTO written VALUES ('kept too')"));
    var written =
        pool.read(sql -> sql.list("SELECT content FROM written", row -> row.getString(1)));
    assertThat(written).containsExactly("kept", "kept too");
    server.close();
  }
}
