package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** The audit trail of a server whose disk and database are not its own. */
@Tag("own-server")
class AuditUnderAttackTest {
  private static TomcatServer server;
  private static RadCase radcase;

  @BeforeAll
  static void start() {
    server = TomcatServer.onSqlite(Map.of());
    radcase = server.radcase();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static TrailReader trail() {
    return new TrailReader(radcase.as("operator"));
  }

  private static Connection database() throws SQLException {
    var file = server.radcaseHome().resolve("radcase.db");
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    edit(connection, "PRAGMA busy_timeout = 20000");
    return connection;
  }

  private static void edit(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int readings(Connection connection, String study) throws SQLException {
    var sql = "SELECT COUNT(*) FROM audit_record"
        + " WHERE actor_role = 'learner' AND action = 'study-read' AND study_uid = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, study);
      try (var rows = statement.executeQuery()) {
        return rows.getInt(1);
      }
    }
  }

  private static List<String> faults() {
    return StreamSupport.stream(trail().check().path("faults").spliterator(), false)
        .map(it -> it.path("code").asText() + " " + it.path("sequence").asText())
        .toList();
  }

  /** Takes off the triggers that keep the table, as an attacker with the file would. */
  private static void tamper(Connection database, String edit) throws SQLException {
    edit(database, "DROP TRIGGER IF EXISTS audit_record_never_changes");
    edit(database, "DROP TRIGGER IF EXISTS audit_record_stays");
    edit(database, "CREATE TABLE kept AS SELECT * FROM audit_record");
    edit(database, edit);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE audit_record SET actor_name = 'Nobody' WHERE sequence = 2, audit.changed 2",
    "UPDATE audit_record SET at = at - 60000 WHERE sequence = 3, audit.changed 3",
    "UPDATE audit_record SET outcome = 'success' || outcome WHERE sequence = 2, audit.changed 2",
    "UPDATE audit_record SET address = '10.0.0.1' WHERE sequence = 4, audit.changed 4",
    "UPDATE audit_record SET mac = upper(mac) WHERE sequence = 2, audit.changed 2",
    "DELETE FROM audit_record WHERE sequence = 2, audit.gap 3",
    "DELETE FROM audit_record WHERE sequence = 1, audit.gap 2",
    "UPDATE audit_record SET sequence = 1000000 WHERE sequence = 2, audit.gap 3"
  })
  void what_was_edited_in_the_file_is_found(String edit, String fault) throws SQLException {
    var educator = radcase.as("educator");
    for (var i = 0; i < 3; i++) Given.aCase(educator);
    assertThat(faults()).isEmpty();

    try (var database = database()) {
      tamper(database, edit);
      try {
        assertThat(faults()).contains(fault);
      } finally {
        restore(database);
      }
    }
    assertThat(faults()).isEmpty();
  }

  /** The records as they were; those that came since stay. */
  private static void restore(Connection database) throws SQLException {
    edit(database, "BEGIN IMMEDIATE");
    edit(database, "DELETE FROM audit_record WHERE id IN (SELECT id FROM kept)");
    edit(database, "INSERT INTO audit_record SELECT * FROM kept");
    edit(database, "COMMIT");
    edit(database, "DROP TABLE kept");
  }

  @Test
  void a_record_missing_at_the_end_is_found() throws SQLException {
    Given.aCase(radcase.as("educator"));
    assertThat(faults()).isEmpty();

    try (var database = database()) {
      tamper(
          database,
          "DELETE FROM audit_record WHERE sequence = (SELECT MAX(sequence) FROM audit_record)");
      try {
        assertThat(faults()).isNotEmpty();
      } finally {
        restore(database);
      }
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void records_wait_while_the_database_takes_none_and_reading_goes_on() throws SQLException {
    var made = ImagedCase.madeBy(radcase.as("educator"));
    var learner = radcase.as("learner");
    var reader = learner.get("api/auth/me").json().path("id").asText();
    var query = "action=study-read&case=" + made.id() + "&person=" + reader;

    try (var database = database()) {
      edit(database, "BEGIN IMMEDIATE");

      for (var address : List.of(made.manifest(), made.frame(), made.rendered())) {
        assertThat(learner.get(address).status()).isEqualTo(200);
      }

      assertThat(readings(database, made.study())).isZero();
      edit(database, "ROLLBACK");
    }
    assertThat(trail().only(query).path("study").asText()).isEqualTo(made.study());
  }

  @Test
  void where_the_spool_cannot_be_written_no_image_is_read_and_the_rest_goes_on()
      throws IOException {
    var educator = radcase.as("educator");
    var learner = radcase.as("learner2");
    var director = radcase.as("director");
    var made = ImagedCase.madeBy(educator);
    var spool = server.radcaseHome().resolve("audit-spool");
    var aside = Files.move(spool, spool.resolveSibling("aside"));
    // For root every folder can be written; this is none.
    Files.writeString(spool, "");
    try {
      // A file that was open is written on until it has been drained.
      assertThat(Deadline.ofSeconds(60)
              .until(() -> educator.postJson("api/cases", "{}").status() == 503))
          .isTrue();

      for (var address :
          List.of(made.manifest(), made.frame(), made.rendered(), made.thumbnail())) {
        var refused = learner.get(address);
        Expect.problem(refused, 503, "audit.unavailable");
        assertThat(refused.header("Retry-After")).matches("\\d+");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      }
      Expect.problem(director.get(made.file()), 503, "audit.unavailable");
      assertThat(learner.get(made.page(), "Accept", "text/html").status()).isEqualTo(503);

      assertThat(learner.get("health/live").status()).isEqualTo(200);
      assertThat(learner.get("api/auth/me").status()).isEqualTo(200);
      assertThat(learner.get("api/cases").status()).isEqualTo(200);
      assertThat(learner.get(made.address()).status()).isEqualTo(200);
    } finally {
      restore(spool, aside);
    }
    assertThat(learner.get(made.manifest()).status()).isEqualTo(200);
    trail()
        .only("action=study-read&case=" + made.id() + "&person="
            + learner.get("api/auth/me").json().path("id").asText());
  }

  private static void restore(Path spool, Path aside) throws IOException {
    Files.delete(spool);
    Files.move(aside, spool);
  }
}
