package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.Awaited;
import org.radcase.testing.PostgresServer;
import org.radcase.testing.ServerConfigPools;

/**
 * A proof: on a disk that fills up a write is refused with what a client knows how to deal with,
 * each that was acknowledged is there, and with room again writing goes on: {@code mvn -Pbench
 * -Dbench=FullDisk}. Needs the right to mount a small file system.
 */
class FullDiskBench {
  private static final int TRIES_ON_THE_FULL_DISK = 50;
  private static final int ROW_BYTES = 32_000;
  private static final int SPARE_BYTES = 24 << 20;
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Random random = new Random(31);
  private final List<Long> acknowledged = new ArrayList<>();
  private long number;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "disk-");
    run("mount", "-t", "tmpfs", "-o", "size=160m,mode=777", "tmpfs", disk.toString());
    Files.write(disk.resolve("spare"), new byte[SPARE_BYTES]);
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", disk.toString());
  }

  @Test
  void sqlite() throws IOException {
    var dataSource = ServerConfigPools.sqlite(disk.resolve("radcase.db"));
    fillUp("SQLite", dataSource, () -> {});
  }

  /** Its write-ahead log has no room either: it stops, and its administrator starts it again. */
  @Test
  void postgresql() throws IOException {
    try (var server = PostgresServer.in(disk.resolve("data"))) {
      fillUp("PostgreSQL", ServerConfigPools.postgresql(server.url()), () -> {
        server.stop();
        server.start();
      });
    }
  }

  private void fillUp(String name, DataSource dataSource, Runnable withRoomAgain)
      throws IOException {
    var pool = new Pool("jdbc/radcase", dataSource);
    pool.write(sql ->
        sql.update("CREATE TABLE written (number BIGINT PRIMARY KEY, content TEXT NOT NULL)"));
    while (written(pool)) {
      // Until there is no room any more.
    }
    var refused = 1;
    for (var i = 0; i < TRIES_ON_THE_FULL_DISK; i++) if (!written(pool)) refused++;

    Files.delete(disk.resolve("spare"));
    withRoomAgain.run();
    var before = acknowledged.size();
    assertThat(Awaited.within(LONG, () -> written(pool) && acknowledged.size() > before + 10))
        .isTrue();
    var there = pool.read(sql -> sql.list("SELECT number FROM written", row -> row.getLong(1)));
    assertThat(there).containsAll(acknowledged);
    assertThat(pool.figures().inUse()).isZero();
    System.out.printf(
        "%s: %,d rows of %,d bytes acknowledged and all there, %,d writes refused%n",
        name, acknowledged.size(), ROW_BYTES, refused);
    pool.close();
    dataSource.close(true);
  }

  /** Whether it was; if not, the refusal is one of those that a client tries again later. */
  private boolean written(Pool pool) {
    number++;
    try {
      var content = new byte[ROW_BYTES / 2];
      random.nextBytes(content);
      pool.write(sql -> sql.update(
          "INSERT INTO written (number, content) VALUES (?, ?)",
          number,
          HexFormat.of().formatHex(content)));
      acknowledged.add(number);
      return true;
    } catch (DatabaseFailure e) {
      assertThat(e.problem()).as(e.toString()).isPresent();
      assertThat(e.problem().get().kind()).isEqualTo(HttpProblem.DISK_FULL);
      return false;
    } catch (Problem e) {
      assertThat(e.kind()).isEqualTo(HttpProblem.DATABASE_AWAY);
      assertThat(e.headers()).containsKey("Retry-After");
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
