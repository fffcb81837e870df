package org.radcase.it.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * The data moves to PostgreSQL and back and there again, while people write, and while servers die.
 * At full size: {@code -Dradcase.move.users=200 -Dradcase.move.kills=30 -Dradcase.move.crashes=10}.
 */
@Tag("own-server")
class MoveTest {
  private static final int USERS = Integer.getInteger("radcase.move.users", 20);
  private static final int KILLS = Integer.getInteger("radcase.move.kills", 3);
  private static final int CRASHES = Integer.getInteger("radcase.move.crashes", 1);
  private static final int CASES_BEFORE = 10 * USERS;
  /** Many who write leave a move little of two cores. */
  private static final long SECONDS = Math.max(300, 5L * USERS);

  private static final Random RANDOM = new Random(20_261_121);

  private final Postgres postgres = new Postgres();
  private final Map<String, String> environment = new HashMap<>(postgres.environment());
  private final AtomicLong longestPause = new AtomicLong();
  private TomcatServer server;
  private String educator = "";
  private String operator = "";
  private volatile RadCase asEducator;

  @Test
  void people_who_work_all_the_time_lose_nothing_whatever_dies_meanwhile() throws Exception {
    environment.put(
        "RADCASE_HOME",
        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "moving-").toString());
    server = TomcatServer.moving(environment);
    educator = server.radcase().as("educator").cookie();
    operator = server.radcase().as("operator").cookie();
    asEducator = as(educator);
    try (var colleagues = new Colleagues(USERS, () -> asEducator)) {
      await("cases to begin with", () -> colleagues.made().size() >= CASES_BEFORE);

      killedWhileCopying();
      awaitPhase("ready");
      crashed();
      frozen();
      switched("switch", "switched");
      for (var i = 0; i < KILLS; i++) killed();
      crashed();
      frozen();
      switched("roll-back", "rolled-back");
      order("start");
      awaitPhase("ready");
      switched("switch", "switched");

      var before = colleagues.made().size();
      await("writes on PostgreSQL", () -> colleagues.made().size() > before + USERS);
      colleagues.close();
      await("all to be carried over", () -> move().path("pending").asLong() == 0);
      assertThat(colleagues.faults()).isEmpty();
      assertAllThere(colleagues.made(), inPostgresql());
      switched("roll-back", "rolled-back");
      assertAllThere(colleagues.made(), byTheServer(colleagues.made().keySet()));
      System.out.println(
          "Move: " + colleagues.figures() + ", longest pause for writers " + longestPause + " ms");
    } finally {
      server.close();
      postgres.close();
    }
  }

  private RadCase as(String cookie) {
    return new RadCase(server.address()).withCookie(cookie);
  }

  private JsonNode move() {
    return as(operator).get("api/admin/database/move").json();
  }

  private static void await(String what, BooleanSupplier condition) {
    assertThat(Deadline.ofSeconds(SECONDS).until(condition)).as(what).isTrue();
  }

  private void awaitPhase(String phase) {
    await(phase, () -> {
      try {
        return move().path("phase").asText().equals(phase);
      } catch (UncheckedIOException broken) {
        return false;
      }
    });
    longestPause.accumulateAndGet(move().path("longestPauseMillis").asLong(), Math::max);
  }

  private void order(String order) {
    var answer = as(operator).postJson("api/admin/database/move", "{\"order\": \"" + order + "\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** And while verifying: whichever it has come to. */
  private void killedWhileCopying() {
    order("start");
    for (var i = 0; i < KILLS; i++) {
      if (move().path("phase").asText().equals("ready")) {
        order("cancel");
        order("start");
      }
      killed();
    }
  }

  /** Orders a switch and kills the server meanwhile; then again, until it has happened. */
  private void switched(String order, String phase) throws IOException {
    for (var i = 0; i < KILLS; i++) {
      var ordered = CompletableFuture.runAsync(() -> {
        try {
          as(operator).postJson("api/admin/database/move", "{\"order\": \"" + order + "\"}");
        } catch (UncheckedIOException killed) {
          return; // as it was meant to be
        }
      });
      killed();
      ordered.join();
      if (move().path("phase").asText().equals(phase)) break;
    }
    await(phase, () -> {
      var answer =
          as(operator).postJson("api/admin/database/move", "{\"order\": \"" + order + "\"}");
      assertThat(answer.status()).as(answer.toString()).isIn(200, 409, 503);
      return move().path("phase").asText().equals(phase);
    });
    longestPause.accumulateAndGet(move().path("longestPauseMillis").asLong(), Math::max);
  }

  private void killed() {
    LockSupport.parkNanos(RANDOM.nextInt(1_000) * 1_000_000L); // a moment of chance
    server.kill();
    server = TomcatServer.moving(environment);
    asEducator = as(educator);
  }

  private void crashed() {
    for (var i = 0; i < CRASHES; i++) {
      LockSupport.parkNanos(RANDOM.nextInt(1_000) * 1_000_000L);
      postgres.crashAndStart();
      awaitAnswers();
    }
  }

  private void frozen() {
    for (var i = 0; i < CRASHES; i++) {
      postgres.freeze();
      LockSupport.parkNanos(2_000_000_000L);
      postgres.thaw();
      awaitAnswers();
    }
  }

  /** Whatever has the data. */
  private void awaitAnswers() {
    await("answers", () -> as(operator).answersAt("health/ready"));
    await("carrying over", () -> {
      var answer = as(operator).get("api/admin/database/move");
      return answer.status() == 200 && answer.json().path("lagMillis").asLong() < 1_000;
    });
  }

  private static void assertAllThere(
      Map<String, Colleagues.Made> made, Map<String, Integer> revisions) {
    assertThat(made).isNotEmpty();
    made.forEach((id, known) -> assertThat(revisions.get(id))
        .as("revision of %s, %s", id, known)
        .isNotNull()
        .isBetween(known.revision(), known.revision() + known.inDoubt()));
  }

  private Map<String, Integer> inPostgresql() throws SQLException {
    var revisions = new HashMap<String, Integer>();
    try (var connection = postgres.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id, revision FROM teaching_case")) {
      while (rows.next()) {
        assertThat(revisions.put(rows.getString(1), rows.getInt(2))).isNull();
      }
    }
    return revisions;
  }

  private Map<String, Integer> byTheServer(Set<String> ids) {
    var revisions = new HashMap<String, Integer>();
    for (var id : ids) {
      var answer = as(educator).get("api/cases/" + id);
      if (answer.status() == 200)
        revisions.put(id, answer.json().path("revision").asInt());
    }
    return revisions;
  }
}
