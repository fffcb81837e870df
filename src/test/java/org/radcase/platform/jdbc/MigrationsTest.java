package org.radcase.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.platform.config.StartupFailure;
import org.radcase.testing.Logged;
import org.radcase.testing.TestDatabases;

/** Databases of every earlier version come along; one that was tampered with does not. */
class MigrationsTest {
  private TestDatabases.Fresh fresh = TestDatabases.SQLITE.empty();

  @AfterEach
  void drop() {
    fresh.drop().run();
  }

  private Pool pool(TestDatabases kind) {
    fresh.drop().run();
    fresh = kind.empty();
    return new Pool("jdbc/radcase", fresh.dataSource());
  }

  private static Flyway flyway(Pool pool, MigrationVersion to) {
    return Flyway.configure()
        .dataSource(pool.dataSource())
        .locations(
            "classpath:migrations/common",
            "classpath:migrations/" + pool.dialect().folder())
        .target(to)
        .load();
  }

  @ParameterizedTest
  @EnumSource
  void data_of_every_earlier_version_comes_along(TestDatabases kind) {
    var versions = Arrays.stream(
            flyway(pool(kind), MigrationVersion.LATEST).info().all())
        .map(one -> one.getVersion())
        .toList();
    assertThat(versions).hasSizeGreaterThan(8);
    for (var version : versions) {
      var pool = pool(kind);
      flyway(pool, version).migrate();
      pool.write(sql -> sql.update("INSERT INTO institution (id, name) VALUES ('i', 'I')"));
      pool.write(sql -> sql.update("INSERT INTO person (id, institution_id, name, role)"
          + " VALUES ('p', 'i', 'Åsa', 'educator')"));

      Migrations.run(pool);

      var name = pool.read(
          sql -> sql.first("SELECT name FROM person WHERE id = 'p'", row -> row.getString(1)));
      assertThat(name).as("since version %s", version).hasValue("Åsa");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_case_of_the_first_version_can_be_found_today(TestDatabases kind) {
    var pool = pool(kind);
    flyway(pool, MigrationVersion.fromVersion("20261120.1310")).migrate();
    pool.write(sql -> sql.update("INSERT INTO institution (id, name) VALUES ('i', 'I')"));
    pool.write(sql -> sql.update("INSERT INTO person (id, institution_id, name, role)"
        + " VALUES ('p', 'i', 'P', 'educator')"));
    pool.write(
        sql -> sql.update(
            """
        INSERT INTO teaching_case (id, institution_id, author_id, revision, title, title_key,
            presentation, clinical_history, findings, diagnosis, differential, teaching_points,
            student_notes, fellow_notes, acgme_domains, tags, literature, status, visibility,
            search_text, created_at, updated_at, image_count)
        VALUES ('c', 'i', 'p', 1, 'Appendicitis', 'appendicitis', 'Pain', 'Since monday', '', '',
            '[]', '[]', '', '', '[]', '[]', '[]', 'draft', 'private', 'appendicitis pain', 1, 1, 0)"""));

    Migrations.run(pool);

    var text = pool.read(
        sql -> sql.first("SELECT study_search_text FROM teaching_case", row -> row.getString(1)));
    assertThat(text).hasValueSatisfying(it -> assertThat(it).contains("since monday"));
  }

  @ParameterizedTest
  @EnumSource
  void edited_history_is_refused_with_the_version_that_differs(TestDatabases kind) {
    var pool = pool(kind);
    Migrations.run(pool);
    pool.write(sql -> sql.update(
        "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '20261120.1310'"));

    assertThatThrownBy(() -> Migrations.run(pool))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("jdbc/radcase")
        .hasMessageContaining("20261120.1310")
        .hasMessageContaining("checksum");
  }

  /** On PostgreSQL; a SQLite file has one instance. */
  @Test
  void two_instances_that_start_at_once_do_not_collide() {
    var pool = pool(TestDatabases.POSTGRESQL);
    var all = new CompletableFuture<?>[4];
    for (var i = 0; i < all.length; i++) {
      all[i] = CompletableFuture.runAsync(
          () -> Migrations.run(new Pool("jdbc/radcase", pool.dataSource())),
          task -> new Thread(task).start());
    }

    CompletableFuture.allOf(all).join();

    assertThat(Migrations.isMigrated(pool)).isTrue();
  }

  /** Those of the tests trade it for speed. */
  @Test
  void a_postgresql_that_may_lose_what_it_committed_is_warned_of() {
    var lines = Logged.during(() -> Migrations.run(pool(TestDatabases.POSTGRESQL)));

    assertThat(lines).anySatisfy(line -> assertThat(line)
        .contains("jdbc/radcase has")
        .contains("synchronous_commit")
        .contains("may be gone"));
  }
}
