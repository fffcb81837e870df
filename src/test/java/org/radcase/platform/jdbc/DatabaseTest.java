package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.radcase.testing.EachDatabase;

class DatabaseTest {
  private static final String INSERT = "INSERT INTO institution (id, name) VALUES (?, ?)";
  private static final String COUNT =
      "SELECT COUNT(*) FROM institution WHERE name <> '(no institution)'";

  @EachDatabase
  void what_is_written_is_committed_when_write_returns(Database database) {
    insert(database, "a");

    assertThat(countFromAnotherThread(database)).isEqualTo(1);
  }

  @EachDatabase
  void a_transaction_is_seen_as_a_whole_or_not_at_all(Database database) {
    database.transaction(() -> {
      insert(database, "a");
      insert(database, "b");
      assertThat(count(database)).isEqualTo(2);
      assertThat(countFromAnotherThread(database)).isZero();
      return 0;
    });

    assertThat(countFromAnotherThread(database)).isEqualTo(2);
  }

  @EachDatabase
  void what_fails_leaves_nothing_and_the_next_transaction_works(Database database) {
    assertThatThrownBy(() -> database.transaction(() -> {
          insert(database, "a");
          throw new IllegalStateException("No further");
        }))
        .hasMessage("No further");

    assertThat(count(database)).isZero();
    insert(database, "b");
    assertThat(count(database)).isEqualTo(1);
  }

  @EachDatabase
  void an_inner_transaction_is_part_of_the_outer_one(Database database) {
    assertThatThrownBy(() -> database.transaction(() -> {
          database.transaction(() -> insert(database, "a"));
          throw new IllegalStateException("No further");
        }))
        .hasMessage("No further");

    assertThat(count(database)).isZero();
  }

  @EachDatabase
  void a_constraint_that_refuses_is_told_from_other_failures(Database database) {
    insert(database, "a");

    var twice = catchThrowableOfType(DatabaseFailure.class, () -> insert(database, "a"));
    var typo = catchThrowableOfType(
        DatabaseFailure.class, () -> database.read(sql -> sql.update("NONSENSE")));

    assertThat(twice.refusedByConstraint()).isTrue();
    assertThat(typo.refusedByConstraint()).isFalse();
  }

  @EachDatabase
  void foreign_keys_hold(Database database) {
    var orphan = catchThrowableOfType(
        DatabaseFailure.class,
        () -> database.write(sql -> sql.update(
            "INSERT INTO person (id, institution_id, name, role) VALUES ('p', 'none', 'P',"
                + " 'admin')")));

    assertThat(orphan.refusedByConstraint()).isTrue();
  }

  @EachDatabase
  void writers_who_read_first_do_not_lose_each_others_writes(Database database) {
    var threads = 4;
    var each = 5;
    database.write(sql -> sql.update(INSERT, "counter", "0"));
    var running = new ArrayList<CompletableFuture<Void>>();
    for (var t = 0; t < threads; t++) {
      running.add(CompletableFuture.runAsync(() -> {
        for (var i = 0; i < each; i++) increment(database);
      }));
    }
    running.forEach(CompletableFuture::join);

    assertThat(name(database)).isEqualTo(Integer.toString(threads * each));
  }

  @EachDatabase
  void a_failure_that_passes_is_tried_again(Database database) {
    var tries = new AtomicInteger();

    var result = database.transaction(() -> {
      insert(database, "a" + tries);
      if (tries.incrementAndGet() < 3) throw passing(database);
      return "done";
    });

    assertThat(result).isEqualTo("done");
    assertThat(count(database)).isEqualTo(1);
  }

  private static DatabaseFailure passing(Database database) {
    return new DatabaseFailure(
        database.main().dialect() == Dialect.SQLITE
            ? new SQLException("busy", null, 5)
            : new SQLException("deadlock", "40P01"),
        database.main().dialect());
  }

  private static void increment(Database database) {
    database.transaction(() -> {
      // Locks the row on PostgreSQL; SQLite has one writer anyway.
      database.write(sql -> sql.update("UPDATE institution SET id = id WHERE id = 'counter'"));
      var next = Integer.parseInt(name(database)) + 1;
      return database.write(sql -> sql.update(
          "UPDATE institution SET name = ? WHERE id = 'counter'", Integer.toString(next)));
    });
  }

  private static String name(Database database) {
    return database
        .read(sql ->
            sql.first("SELECT name FROM institution WHERE id = 'counter'", row -> row.getString(1)))
        .orElseThrow();
  }

  private static int insert(Database database, String id) {
    return database.write(sql -> sql.update(INSERT, id, "Institution " + id));
  }

  private static int count(Database database) {
    return database.read(sql -> sql.first(COUNT, row -> row.getInt(1))).orElseThrow();
  }

  private static int countFromAnotherThread(Database database) {
    return CompletableFuture.supplyAsync(() -> count(database)).join();
  }
}
