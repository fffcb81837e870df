package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.ServerConfigPools;
import org.radcase.testing.TestDatabases;

class PoolTest {
  private static final String INSERT = "INSERT INTO institution (id, name) VALUES (?, ?)";
  private static final String COUNT = "SELECT COUNT(*) FROM institution WHERE id = ?";
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";

  @TempDir
  Path folder;

  @EachDatabase
  void a_statement_ends_at_its_limit_and_the_next_one_works(DataSource dataSource) {
    var pool = new Pool("jdbc/radcase", dataSource);

    var problem = catchThrowableOfType(
        Problem.class,
        () -> pool.read(Duration.ofSeconds(1), sql -> sql.first(ENDLESS, row -> row.getLong(1))));

    assertThat(problem.kind()).isEqualTo(HttpProblem.DATABASE_AWAY);
    assertThat(problem.headers()).containsKey("Retry-After");
    assertThat(pool.<Integer>read(
            sql -> sql.first("SELECT 1", row -> row.getInt(1)).orElseThrow()))
        .isEqualTo(1);
    assertThat(pool.answers()).isTrue();
  }

  @EachDatabase
  void who_holds_a_connection_is_known_by_her_stack(DataSource dataSource) {
    var pool = new Pool("jdbc/radcase", dataSource);

    pool.read(sql -> {
      var held = pool.lending().held(Duration.ZERO);
      assertThat(held).singleElement().satisfies(one -> {
        assertThat(one.thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(String.join("\n", one.stack())).contains("who_holds_a_connection");
      });
      return pool.figures().inUse();
    });

    assertThat(pool.figures().inUse()).isZero();
    assertThat(pool.figures().leaks()).isEmpty();
  }

  @Test
  void without_a_free_connection_one_is_told_to_come_back_and_the_operator_who_has_them()
      throws InterruptedException {
    var server = ServerConfigPools.sqlite(folder.resolve("radcase.db"));
    server.setMaxActive(1);
    server.setMaxWait(100);
    var pool = new Pool("jdbc/radcase", server);
    var held = new CountDownLatch(1);
    var enough = new CountDownLatch(1);
    var holder = CompletableFuture.runAsync(() -> pool.read(sql -> {
      held.countDown();
      try {
        enough.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 0;
    }));
    held.await();

    var problem = catchThrowableOfType(
        Problem.class, () -> pool.read(sql -> sql.first("SELECT 1", row -> row.getInt(1))));

    assertThat(problem.kind()).isEqualTo(HttpProblem.DATABASE_AWAY);
    assertThat(problem.detail()).isEqualTo("All its connections are in use");
    assertThat(problem.headers()).containsKey("Retry-After");
    var figures = pool.figures();
    assertThat(figures.exhausted()).isTrue();
    assertThat(figures.exhaustions()).isEqualTo(1);
    assertThat(figures.most()).isEqualTo(1);
    assertThat(figures.inUse()).isEqualTo(1);
    assertThat(figures.answers()).as("a pool in use is no outage").isTrue();
    enough.countDown();
    holder.join();
    server.close();
  }

  @Test
  void what_broke_before_its_commit_was_sent_is_done_again_and_once() {
    var fresh = TestDatabases.POSTGRESQL.fresh();
    var pool = new Pool("jdbc/radcase", fresh.dataSource());
    var tries = new AtomicInteger();

    pool.transaction(() -> {
      pool.write(sql -> sql.update(INSERT, "a", "A"));
      if (tries.incrementAndGet() == 1) breakConnection(fresh.dataSource(), pool);
      return pool.write(sql -> sql.update(INSERT, "b", "B"));
    });

    assertThat(tries).hasValue(2);
    assertThat(count(pool, "a")).isEqualTo(1);
    assertThat(count(pool, "b")).isEqualTo(1);
    assertThat(pool.figures().lost()).isEqualTo(1);
    fresh.drop().run();
  }

  @Test
  void what_broke_at_its_commit_is_not_done_again() {
    var fresh = TestDatabases.POSTGRESQL.fresh();
    var pool = new Pool("jdbc/radcase", breakingAtCommit(fresh.dataSource()));
    var tries = new AtomicInteger();

    var problem = catchThrowableOfType(
        Problem.class,
        () -> pool.transaction(() -> {
          tries.incrementAndGet();
          return pool.write(sql -> sql.update(INSERT, "a", "A"));
        }));

    assertThat(problem.kind()).isEqualTo(HttpProblem.DATABASE_UNDECIDED);
    assertThat(tries).hasValue(1);
    fresh.drop().run();
  }

  private static long count(Pool pool, String id) {
    return pool.<Long>read(sql -> sql.first(COUNT, row -> row.getLong(1), id).orElseThrow());
  }

  private static void breakConnection(DataSource dataSource, Pool pool) {
    var backend = pool.<Integer>read(
        sql -> sql.first("SELECT pg_backend_pid()", row -> row.getInt(1)).orElseThrow());
    terminate(dataSource, backend);
  }

  private static void terminate(DataSource dataSource, int backend) {
    try (var other = dataSource.getConnection();
        var statement = other.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its connections die on the way of each COMMIT. */
  private static DataSource breakingAtCommit(DataSource dataSource) {
    return proxy(
        DataSource.class,
        dataSource,
        (method, result) -> {
          if (!(result instanceof Connection connection)) return result;
          return proxy(Connection.class, connection, (called, answer) -> answer, () -> {
            try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
              row.next();
              terminate(dataSource, row.getInt(1));
            }
          });
        },
        () -> {});
  }

  @FunctionalInterface
  private interface Changing {
    Object change(String method, Object result);
  }

  @FunctionalInterface
  private interface BeforeCommit {
    void run() throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T real, Changing changing, BeforeCommit before) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getName().equals("commit")) before.run();
          try {
            return changing.change(method.getName(), method.invoke(real, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }
}
