package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.Awaited;
import org.radcase.testing.PostgresServer;
import org.radcase.testing.ServerConfigPools;
import org.radcase.testing.TurnableClock;

/** Reports read from a real streaming replica, as long as it can be trusted. */
class ReplicaTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final TurnableClock clock = new TurnableClock();

  @TempDir
  Path folder;

  private PostgresServer primary;
  private PostgresServer standby;
  private DataSource mainSource;
  private DataSource replicaSource;
  private Database database;
  private Replica replica;

  @BeforeEach
  void start() throws IOException {
    primary = PostgresServer.in(folder.resolve("primary"));
    primary.stop();
    copy(folder.resolve("primary"), folder.resolve("standby"));
    Files.createFile(folder.resolve("standby/standby.signal"));
    Files.writeString(
        folder.resolve("standby/postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=" + primary.port() + " user=postgres'\n",
        StandardOpenOption.APPEND);
    primary.start();
    standby = PostgresServer.in(folder.resolve("standby"));
    mainSource = ServerConfigPools.postgresql(primary.url());
    replicaSource = ServerConfigPools.postgresql(standby.url());
    var main = new Pool("jdbc/radcase", mainSource);
    Migrations.run(main);
    database = new Database(
        new Pools(
            main, Optional.empty(), Optional.of(new Pool("jdbc/radcase-replica", replicaSource))),
        CommitListener.NONE);
    replica = database.replica().orElseThrow();
    assertThat(Awaited.within(SOON, this::isFresh)).isTrue();
  }

  @AfterEach
  void stop() {
    replica.pool().close();
    replicaSource.close(true);
    mainSource.close(true);
    standby.close();
    primary.close();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
          throws IOException {
        var made = Files.createDirectory(to.resolve(from.relativize(visited)));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.copy(file, to.resolve(from.relativize(file)));
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Measures; the tables may not have come through yet. */
  private boolean isFresh() {
    try {
      replica.measure(database, clock);
      return replica.isFresh();
    } catch (DatabaseFailure e) {
      return false;
    }
  }

  private boolean reportIsOfReplica() {
    return database.readReport(
        sql -> sql.first("SELECT pg_is_in_recovery()", row -> row.getBoolean(1)).orElseThrow());
  }

  @Test
  void a_report_comes_from_the_replica_and_what_one_wrote_from_the_main_database() {
    assertThat(reportIsOfReplica()).isTrue();
    assertThat(replica.lagMillis()).hasValue(0);
    boolean readIsOfReplica = database.read(
        sql -> sql.first("SELECT pg_is_in_recovery()", row -> row.getBoolean(1)).orElseThrow());
    assertThat(readIsOfReplica).isFalse();
    assertThat(database.transaction(this::reportIsOfReplica)).isFalse();
  }

  @Test
  void a_replica_that_lags_is_not_asked_until_it_has_caught_up() {
    replica.pool().read(sql -> sql.first("SELECT pg_wal_replay_pause()", row -> true));
    clock.turn(Duration.ofSeconds(10));

    assertThat(Awaited.within(SOON, () -> !isFresh())).isTrue();
    assertThat(replica.lagMillis().orElseThrow()).isEqualTo(10_000);
    assertThat(reportIsOfReplica()).isFalse();

    replica.pool().read(sql -> sql.first("SELECT pg_wal_replay_resume()", row -> true));
    assertThat(Awaited.within(SOON, this::isFresh)).isTrue();
    assertThat(reportIsOfReplica()).isTrue();
  }

  @Test
  void a_replica_that_is_away_costs_no_report() {
    standby.kill();

    assertThat(reportIsOfReplica()).isFalse();

    standby.start();
    assertThat(Awaited.within(SOON, this::isFreshAgain)).isTrue();
    assertThat(reportIsOfReplica()).isTrue();
  }

  private boolean isFreshAgain() {
    try {
      return isFresh();
    } catch (Problem e) {
      return false;
    }
  }
}
