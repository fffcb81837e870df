package org.radcase.database.control.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.config.StartupFailure;
import org.radcase.testing.TestDatabases;

/** What was backed up while people worked comes back whole, into either kind of database. */
class BackupTest {
  private static final String IMAGES = "SELECT id || ' ' || sha256 FROM instance ORDER BY id";

  @TempDir
  Path folder;

  static Stream<Arguments> fromEachToEach() {
    return Stream.of(TestDatabases.values())
        .flatMap(from -> Stream.of(TestDatabases.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("fromEachToEach")
  void a_backup_under_load_comes_back_whole(TestDatabases from, TestDatabases to)
      throws IOException {
    try (var server = new GivenServer(from, folder.resolve("from"));
        var other = new GivenServer(to, folder.resolve("to"))) {
      server.study();
      var audit = server.audit();
      for (var i = 0; i < 200; i++) server.image(audit, i);
      var ending = new AtomicBoolean();
      var people = new ArrayList<CompletableFuture<Integer>>();
      for (var person = 0; person < 3; person++) people.add(work(server, audit, person, ending));

      var made = server.folder().begin(Clock.systemUTC().instant());
      server.write(audit).into(made, new Progress("", Clock.systemUTC().instant()));
      ending.set(true);
      var worked = people.stream().mapToInt(CompletableFuture::join).sum();

      assertThat(worked).as("images added and removed meanwhile").isPositive();
      other.takeKeyOf(server);
      var restored = other.restore(server.folder().path().resolve(BackupFolder.idOf(made)));
      assertThat(restored.files()).isPositive();
      assertThat(other.rows("SELECT name FROM institution WHERE id = 'i'"))
          .containsExactly("North “Ä”\n");
      assertEveryImageHasItsFile(other);
      assertThat(other.audit().check().check().faults()).isEmpty();
    }
  }

  private static CompletableFuture<Integer> work(
      GivenServer server, GivenAudit.Whole audit, int person, AtomicBoolean ending) {
    return CompletableFuture.supplyAsync(() -> {
      var done = 0;
      for (var i = 0; !ending.get(); i++) {
        var number = 1_000 + person * 100_000 + i;
        server.image(audit, number);
        if (i % 2 == 0) server.removeImage(number);
        // Each has old images of her own to remove.
        if (i * 3 + person < 200) server.removeImage(i * 3 + person);
        done++;
      }
      return done;
    });
  }

  private static void assertEveryImageHasItsFile(GivenServer server) throws IOException {
    var hashes = server.rows("SELECT DISTINCT sha256 FROM instance");
    assertThat(hashes).isNotEmpty();
    for (var sha256 : hashes) {
      var entry =
          HashedFile.entry(Objects.requireNonNull(server.blobs.path(sha256).getParent()), sha256);
      assertThat(entry.sha256()).isEqualTo(sha256);
    }
  }

  @Test
  void both_databases_have_the_same_tables_to_back_up() {
    try (var sqlite = new GivenServer(TestDatabases.SQLITE, folder.resolve("s"));
        var postgresql = new GivenServer(TestDatabases.POSTGRESQL, folder.resolve("p"))) {
      var tables = sqlite.database.read(AllTables::tables);

      assertThat(tables).extracting(BackedTable::name).contains("person", "audit_record");
      assertThat(postgresql.database.read(AllTables::tables))
          .containsExactlyInAnyOrderElementsOf(tables);
    }
  }

  @Test
  void a_backup_says_what_it_holds_and_only_its_own_account_may_look() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder)) {
      server.study();
      server.image(server.audit(), 1);

      var made = server.backup();

      var listed = server.folder().complete();
      assertThat(listed).singleElement().satisfies(backup -> {
        assertThat(backup.id()).isEqualTo(made.getFileName().toString());
        assertThat(backup.files()).isEqualTo(1);
        assertThat(backup.rows()).isPositive();
        assertThat(backup.product()).isEqualTo("sqlite");
      });
      assertThat(Files.getPosixFilePermissions(made)).hasSize(3);
      assertThat(server.folder().find("../" + made.getFileName())).isEmpty();
    }
  }

  @Test
  void a_damaged_backup_is_refused_and_leaves_the_server_empty() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder.resolve("from"))) {
      server.study();
      server.image(server.audit(), 1);
      var made = server.backup();
      for (var file : filesOf(made)) {
        try (var other =
            new GivenServer(TestDatabases.SQLITE, folder.resolve("to-" + file.getFileName()))) {
          other.takeKeyOf(server);
          var kept = Files.readAllBytes(file);
          var damaged = kept.clone();
          damaged[damaged.length / 2] ^= 1;
          Files.write(file, damaged);

          assertThatThrownBy(() -> other.restore(made))
              .as("without %s", file)
              .isInstanceOf(StartupFailure.class)
              .hasMessageContaining("radcase.restore");
          assertThat(other.rows("SELECT id FROM person")).isEmpty();
          Files.write(file, kept);
        }
      }
    }
  }

  /** All but the manifest, whose texts nobody checks. */
  private static Iterable<Path> filesOf(Path made) throws IOException {
    try (var files = Files.walk(made)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(Manifest.FILE))
          .toList();
    }
  }

  @Test
  void a_server_that_has_data_is_not_overwritten() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder.resolve("from"))) {
      server.study();
      server.image(server.audit(), 1);
      var made = server.backup();
      var before = server.rows(IMAGES);

      assertThatThrownBy(() -> server.restore(made))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("not empty");
      assertThat(server.rows(IMAGES)).isEqualTo(before);
    }
  }

  @Test
  void another_servers_key_is_refused() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder.resolve("from"));
        var other = new GivenServer(TestDatabases.SQLITE, folder.resolve("to"))) {
      server.study();
      server.image(server.audit(), 1);
      var made = server.backup();

      assertThatThrownBy(() -> other.restore(made))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("key");
    }
  }

  @Test
  void a_backup_without_a_file_fails_and_leaves_nothing() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder)) {
      server.study();
      server.image(server.audit(), 1);
      server.blobs.remove(server.rows("SELECT sha256 FROM instance").get(0));

      assertThatThrownBy(server::backup).isInstanceOf(IOException.class);

      try (var left = Files.list(server.folder().path())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void what_a_killed_server_left_is_no_backup() throws IOException {
    try (var server = new GivenServer(TestDatabases.SQLITE, folder)) {
      server.study();
      var left = server.folder().begin(Clock.systemUTC().instant());
      Files.writeString(left.resolve("half"), "half");

      assertThat(server.folder().complete()).isEmpty();
      server.backup();
      assertThat(left).doesNotExist();
    }
  }
}
