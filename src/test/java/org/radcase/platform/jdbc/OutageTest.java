package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.Awaited;
import org.radcase.testing.PostgresServer;
import org.radcase.testing.ServerConfigPools;

/** PostgreSQL goes away under load and comes back; the pool is that of server-config. */
class OutageTest {
  private static final int WRITERS = 8;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir
  Path folder;

  private PostgresServer server;
  private DataSource dataSource;
  private Pool pool;
  private final AtomicBoolean ending = new AtomicBoolean();
  private final AtomicLong numbers = new AtomicLong();
  private final Collection<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final Collection<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> writers = new ArrayList<>();

  @BeforeEach
  void start() {
    server = PostgresServer.in(folder.resolve("data"));
    dataSource = ServerConfigPools.postgresql(server.url());
    pool = new Pool("jdbc/radcase", dataSource);
    pool.write(sql -> sql.update("CREATE TABLE written (number BIGINT PRIMARY KEY)"));
    for (var i = 0; i < WRITERS; i++) writers.add(CompletableFuture.runAsync(this::writeOn));
    assertThat(Awaited.within(LONG, () -> acknowledged.size() > 100)).isTrue();
    assertThat(failures).isEmpty();
  }

  @AfterEach
  void end() {
    ending.set(true);
    pool.close();
    dataSource.close(true);
    server.close();
  }

  private void writeOn() {
    while (!ending.get()) {
      var number = numbers.incrementAndGet();
      try {
        pool.write(sql -> sql.update("INSERT INTO written (number) VALUES (?)", number));
        acknowledged.add(number);
        pool.read(sql -> sql.first("SELECT 1", row -> row.getInt(1)));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  /** Every failure so far is one that a client knows how to deal with. */
  private void onlyUnavailable() {
    assertThat(failures).allSatisfy(failure -> {
      assertThat(failure).isInstanceOf(Problem.class);
      var problem = (Problem) failure;
      assertThat(problem.kind()).isIn(HttpProblem.DATABASE_AWAY, HttpProblem.DATABASE_UNDECIDED);
      assertThat(problem.headers()).containsKey("Retry-After");
    });
  }

  private void everyWriterGoesOnSoon() {
    var before = acknowledged.size();
    assertThat(Awaited.within(SOON, () -> acknowledged.size() > before + WRITERS))
        .isTrue();
  }

  private void nothingIsLostOrLeaked() {
    ending.set(true);
    writers.forEach(CompletableFuture::join);
    onlyUnavailable();
    Set<Long> written =
        new HashSet<>(pool.read(sql -> sql.list("SELECT number FROM written", r -> r.getLong(1))));
    assertThat(written).containsAll(acknowledged);
    assertThat(pool.figures().inUse()).isZero();
    assertThat(dataSource.getActive()).isZero();
  }

  @Test
  void a_restart_is_told_as_unavailable_and_over_soon_after() {
    server.stop();
    assertThat(Awaited.within(LONG, () -> !pool.answers())).isTrue();
    var refused = catchThrowableOfType(
        Problem.class, () -> pool.read(sql -> sql.first("SELECT 1", row -> row.getInt(1))));
    assertThat(refused.detail()).isEqualTo("It is away");
    server.start();

    everyWriterGoesOnSoon();
    assertThat(Awaited.within(SOON, pool::answers)).isTrue();
    nothingIsLostOrLeaked();
  }

  @Test
  void a_crash_loses_nothing_that_was_acknowledged() {
    server.kill();
    assertThat(Awaited.within(LONG, () -> !failures.isEmpty())).isTrue();
    server.start();

    everyWriterGoesOnSoon();
    nothingIsLostOrLeaked();
  }

  @Test
  void a_server_that_hangs_is_not_waited_for_for_ever() {
    server.pause();
    assertThat(Awaited.within(LONG, () -> !pool.answers())).isTrue();
    server.resume();

    everyWriterGoesOnSoon();
    nothingIsLostOrLeaked();
  }
}
