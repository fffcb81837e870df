package org.radcase.database.control.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcase.database.entity.Mismatch;
import org.radcase.database.entity.MovePhase;
import org.radcase.platform.jdbc.CommitListener;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseRole;
import org.radcase.platform.jdbc.DatabaseRole.Kind;
import org.radcase.platform.jdbc.Opening;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Pools;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.TestDatabases;

/** All rows arrive, and those that are written meanwhile; whatever breaks, nothing is lost. */
class MoverTest {
  private static final Duration KEPT = Duration.ofDays(2);

  private final TestDatabases.Fresh sqlite = TestDatabases.SQLITE.fresh();
  private final TestDatabases.Fresh postgresql = TestDatabases.POSTGRESQL.fresh();
  private final Pool old = new Pool("jdbc/radcase", sqlite.dataSource());
  private final Pool next = new Pool("jdbc/radcase-next", postgresql.dataSource());
  private final Pools pools = new Pools(old, Optional.of(next), Optional.empty());
  private Database database = new Database(pools, CommitListener.NONE);
  private Mover mover = mover(KEPT);

  private Mover mover(Duration kept) {
    return new Mover(database, old, next, kept, Clock.systemUTC());
  }

  @AfterEach
  void drop() {
    sqlite.drop().run();
    postgresql.drop().run();
  }

  /** As after {@code kill -9}: what was in memory is gone. */
  private void restart() {
    database = new Database(pools, CommitListener.NONE);
    new Opening(pools, database).open();
    mover = mover(KEPT);
  }

  private void drive(MovePhase until) {
    for (var steps = 0; mover.status().move().orElseThrow().phase() != until; steps++) {
      assertThat(steps).as("steps to %s", until).isLessThan(10_000);
      mover.step();
    }
  }

  private void people(int from, int to) {
    database.transaction(() -> {
      for (var i = from; i < to; i++) person("p" + i, "name " + i);
      return 0;
    });
  }

  private int person(String id, String username) {
    return database.write(sql -> sql.update(
        "INSERT INTO person (id, institution_id, name, role, username, username_key)"
            + " VALUES (?, '00000000-0000-0000-0000-000000000000', 'N', 'learner', ?, ?)",
        id,
        username,
        username));
  }

  private static List<String> usernames(Pool pool) {
    return pool
        .read(sql -> sql.list("SELECT id || '=' || username FROM person", row -> row.getString(1)))
        .stream()
        .sorted()
        .toList();
  }

  private static Kind roleOf(Pool pool) {
    return pool.read(DatabaseRole::read).kind();
  }

  @Test
  void all_rows_are_copied_and_compared_before_the_switch() {
    people(0, 2_500);

    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);

    assertThat(usernames(next)).hasSize(2_500).isEqualTo(usernames(old));
    assertThat(mover.status().move().orElseThrow().foundInAll()).isZero();
    assertThat(roleOf(next)).isEqualTo(Kind.STANDBY);
  }

  @Test
  void what_is_written_meanwhile_is_carried_over_too() {
    people(0, 1_500);
    mover.carryOut(MoveOrder.START);
    mover.step();

    people(5_000, 5_010);
    database.write(sql -> sql.update("UPDATE person SET username = 'new' WHERE id = 'p3'"));
    database.write(sql -> sql.update("DELETE FROM person WHERE id IN ('p4', 'p1400')"));
    database.write(sql -> sql.update("UPDATE person SET id = 'moved' WHERE id = 'p5'"));
    drive(MovePhase.READY);
    database.write(sql -> sql.update("UPDATE person SET username = 'newer' WHERE id = 'p3'"));
    mover.step();

    assertThat(usernames(next)).isEqualTo(usernames(old)).contains("p3=newer", "moved=name 5");
    assertThat(mover.status().move().orElseThrow().foundInAll()).isZero();
  }

  @Test
  void names_that_are_exchanged_between_rows_do_not_collide() {
    people(0, 2);
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);

    database.transaction(() -> {
      database.write(sql -> sql.update("UPDATE person SET username_key = 'x' WHERE id = 'p0'"));
      database.write(
          sql -> sql.update("UPDATE person SET username_key = 'name 0' WHERE id = 'p1'"));
      return database.write(
          sql -> sql.update("UPDATE person SET username_key = 'name 1' WHERE id = 'p0'"));
    });
    mover.step();

    var keys = next.read(
        sql -> sql.list("SELECT username_key FROM person ORDER BY id", row -> row.getString(1)));
    assertThat(keys).containsExactly("name 1", "name 0");
  }

  @Test
  void after_the_switch_the_old_database_follows_and_can_take_over_again() {
    people(0, 10);
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);

    mover.carryOut(MoveOrder.SWITCH);
    assertThat(database.main()).isEqualTo(next);
    person("after", "after");
    mover.step();
    assertThat(usernames(old)).contains("after=after").isEqualTo(usernames(next));

    mover.carryOut(MoveOrder.ROLL_BACK);
    person("back", "back");
    mover.step();
    assertThat(database.main()).isEqualTo(old);
    assertThat(usernames(old)).hasSize(12);

    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    mover.carryOut(MoveOrder.SWITCH);
    assertThat(usernames(next)).hasSize(12);
    assertThat(roleOf(old)).isEqualTo(Kind.SWITCHING);
    mover.step();
    assertThat(roleOf(old)).isEqualTo(Kind.STANDBY);
  }

  @Test
  void a_finished_move_leaves_an_archive_that_nobody_opens() {
    people(0, 3);
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    mover.carryOut(MoveOrder.SWITCH);
    mover.carryOut(MoveOrder.FINISH);
    mover.step();

    assertThat(roleOf(old)).isEqualTo(Kind.ARCHIVE);
    restart();
    assertThat(database.main()).isEqualTo(next);
    var alone = new Pools(old, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> new Opening(alone, new Database(alone, CommitListener.NONE)).open())
        .hasMessageContaining("has moved");
  }

  @Test
  void the_old_database_is_kept_for_so_long_and_then_becomes_an_archive() {
    mover = mover(Duration.ZERO);
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    mover.carryOut(MoveOrder.SWITCH);

    drive(MovePhase.FINISHED);

    assertThat(roleOf(next)).isEqualTo(Kind.ACTIVE);
  }

  @Test
  void a_restart_goes_on_where_the_move_was() {
    people(0, 3_500);
    mover.carryOut(MoveOrder.START);
    for (var i = 0; i < 12; i++) {
      mover.step();
      restart();
      person("restart" + i, "restart " + i);
    }

    mover.step();
    drive(MovePhase.READY);
    restart();
    mover.step();
    mover.carryOut(MoveOrder.SWITCH);
    restart();

    assertThat(database.main()).isEqualTo(next);
    assertThat(usernames(next)).hasSize(3_512);
    mover.step();
    person("last", "last");
    mover.step();
    assertThat(usernames(old)).isEqualTo(usernames(next));
  }

  @Test
  void a_crash_in_the_middle_of_the_switch_leaves_one_database_with_the_data() {
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    old.write(sql -> {
      new DatabaseRole(Kind.SWITCHING, 0).write(sql);
      return true;
    });

    restart();

    assertThat(database.main()).isEqualTo(old);
    assertThat(roleOf(old)).isEqualTo(Kind.ACTIVE);
  }

  @Test
  void a_copy_that_was_tampered_with_is_found_and_repaired() {
    people(0, 5);
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    next.write(sql -> sql.update("UPDATE person SET name = 'X' WHERE id = 'p1'"));
    next.write(sql -> sql.update("DELETE FROM person WHERE id = 'p2'"));
    next.write(sql -> sql.update("INSERT INTO institution (id, name) VALUES ('ghost', 'G')"));

    mover.carryOut(MoveOrder.VERIFY);
    mover.step();
    drive(MovePhase.READY);

    var move = mover.status().move().orElseThrow();
    assertThat(move.found())
        .containsExactlyInAnyOrder(
            new Mismatch("person", List.of("p1"), Mismatch.Kind.DIFFERENT),
            new Mismatch("person", List.of("p2"), Mismatch.Kind.MISSING),
            new Mismatch("institution", List.of("ghost"), Mismatch.Kind.EXTRA));
    assertThat(usernames(next)).isEqualTo(usernames(old));
    assertThat(move.isClean()).isTrue();
  }

  @Test
  void a_switch_is_refused_before_everything_was_compared() {
    people(0, 10);
    mover.carryOut(MoveOrder.START);

    assertThatThrownBy(() -> mover.carryOut(MoveOrder.SWITCH))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(MoveProblem.WRONG_PHASE));
    assertThat(database.main()).isEqualTo(old);
  }

  @Test
  void a_database_with_people_of_its_own_is_no_target() {
    next.write(sql -> sql.update("INSERT INTO person (id, institution_id, name, role)"
        + " VALUES ('p', '00000000-0000-0000-0000-000000000000', 'N', 'learner')"));

    assertThatThrownBy(() -> mover.carryOut(MoveOrder.START))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(MoveProblem.TARGET_NOT_EMPTY));
  }

  @Test
  void a_move_that_is_given_up_leaves_no_trace_in_the_writes() {
    mover.carryOut(MoveOrder.START);
    mover.carryOut(MoveOrder.CANCEL);
    people(0, 10);

    long waiting = old.read(Journal::count);
    assertThat(waiting).isZero();
    mover.step();
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    assertThat(usernames(next)).hasSize(10);
  }

  @Test
  void people_who_write_all_the_time_lose_nothing_by_switching_to_and_fro() {
    people(0, 1_200);
    var stop = new AtomicBoolean();
    var written = new AtomicInteger();
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (var w = 0; w < 4; w++) {
      var random = new Random(w);
      var name = "w" + w + "-";
      writers.add(CompletableFuture.runAsync(() -> {
        for (var i = 0; !stop.get(); i++) {
          person(name + i, name + i);
          written.incrementAndGet();
          var other = "p" + random.nextInt(1_200);
          database.write(
              sql -> sql.update("UPDATE person SET revision = revision + 1 WHERE id = ?", other));
        }
      }));
    }

    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    switched(MoveOrder.SWITCH);
    mover.step();
    switched(MoveOrder.ROLL_BACK);
    mover.step();
    mover.carryOut(MoveOrder.START);
    drive(MovePhase.READY);
    switched(MoveOrder.SWITCH);
    stop.set(true);
    writers.forEach(CompletableFuture::join);
    mover.step();

    assertThat(usernames(next)).hasSize(1_200 + written.get()).isEqualTo(usernames(old));
    assertThat(revisions(next)).isEqualTo(revisions(old)).isEqualTo(1_200 + 2L * written.get());
    assertThat(mover.status().move().orElseThrow().foundInAll()).isZero();
  }

  private static long revisions(Pool pool) {
    return pool.read(sql -> sql.first("SELECT SUM(revision) FROM person", row -> row.getLong(1)))
        .orElseThrow();
  }

  /** As an operator does: again, if too much was being written. */
  private void switched(MoveOrder order) {
    while (true) {
      try {
        mover.carryOut(order);
        return;
      } catch (Problem e) {
        assertThat(e.kind()).isIn(MoveProblem.NOT_CAUGHT_UP, MoveProblem.WRITERS_BUSY);
        mover.step();
      }
    }
  }
}
