package org.radcase.queries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.control.ManyCases;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Dialect;

/** Fills a database with seeded data, so much that an index is the right plan. */
final class MuchData {
  /** How many rows of each kind. */
  record Size(int people, int cases, int instances, int reveals, int audits) {}

  /** What was made, to be asked for; one caller of each role, of the first institution. */
  record Made(List<Caller> callers, List<CaseId> cases) {}

  private static final int INSTITUTIONS = 20;
  private static final int IN_ONE_BATCH = 1_000;
  private static final int IN_ONE_COMMIT = 200_000;

  /** Of SQLite, in KiB if negative. */
  private static final int USUAL_CACHE = -2_000;

  private static final int LARGE_CACHE = -2_000_000;
  private static final int INSTANCES_OF_SERIES = 10;
  private static final String IMAGE = "{\"image\":{},\"frames\":[{\"position\":[0,0,1]}]}";
  private static final long FIRST_MILLIS = 1_700_000_000_000L;

  private final DataSource dataSource;
  private final Database database;
  private final Random random = new Random(29);

  private MuchData(DataSource dataSource, Database database) {
    this.dataSource = dataSource;
    this.database = database;
  }

  static Made fill(DataSource dataSource, Database database, Size size) throws SQLException {
    var filling = new MuchData(dataSource, database);
    var people = filling.people(size.people());
    var authors = people.stream().filter(it -> it.role() == Role.EDUCATOR).toList();
    var learners = people.stream().filter(it -> it.role() == Role.LEARNER).toList();
    var cases = ManyCases.make(database, authors, size.cases());
    filling.instances(cases, people.get(0).institution().toString(), size.instances());
    filling.reveals(cases, learners, size.reveals());
    filling.audits(people, cases, size.audits());
    filling.accounts(people);
    analyze(dataSource, database);
    var callers = new ArrayList<Caller>();
    for (var role :
        List.of(Role.LEARNER, Role.EDUCATOR, Role.DIRECTOR, Role.ADMIN, Role.OPERATOR)) {
      callers.add(people.stream().filter(it -> it.role() == role).findFirst().orElseThrow());
    }
    return new Made(callers, cases);
  }

  private List<Caller> people(int count) {
    var given = GivenPeople.in(database);
    return database.transaction(() -> {
      var people = new ArrayList<Caller>();
      for (var i = 0; i < count; i++) {
        var of = i / INSTITUTIONS % 20;
        var role =
            of == 1 ? Role.ADMIN : of == 2 ? Role.DIRECTOR : of < 6 ? Role.EDUCATOR : Role.LEARNER;
        var person =
            given.person("Person " + (i * 7919L) % count, "Institution " + i % INSTITUTIONS, role);
        given.mayNowSignIn(person, "user" + i);
        people.add(person);
      }
      people.add(given.person("Operator", "Institution 0", Role.OPERATOR));
      return people;
    });
  }

  private interface Rows {
    /** Sets the arguments of a row. */
    void set(PreparedStatement statement, int number) throws SQLException;
  }

  private void insert(String statement, int count, Rows rows) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      begin(connection);
      try (var prepared = connection.prepareStatement(statement)) {
        for (var i = 0; i < count; i++) {
          rows.set(prepared, i);
          prepared.addBatch();
          if (i % IN_ONE_BATCH == IN_ONE_BATCH - 1) prepared.executeBatch();
          if (i % IN_ONE_COMMIT == IN_ONE_COMMIT - 1) connection.commit();
        }
        prepared.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
      cacheOnSqlite(connection, USUAL_CACHE);
    }
  }

  /** Millions of rows come by random keys: with SQLite's usual cache each would read a page. */
  private void begin(Connection connection) throws SQLException {
    cacheOnSqlite(connection, LARGE_CACHE);
    connection.setAutoCommit(false);
  }

  private void cacheOnSqlite(Connection connection, int size) throws SQLException {
    if (database.main().dialect() != Dialect.SQLITE) return;
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = " + size);
    }
  }

  private static String id(String kind, int number) {
    return new UUID(
            (FIRST_MILLIS << 16) | 0x7000 | (kind.hashCode() & 0xfff), Long.MIN_VALUE | number)
        .toString();
  }

  private void instances(List<CaseId> cases, String institution, int count) throws SQLException {
    var series = (count + INSTANCES_OF_SERIES - 1) / INSTANCES_OF_SERIES;
    insert(
        "INSERT INTO study (id, institution_id, study_uid) VALUES (?, ?, ?)", series, (row, i) -> {
          set(row, id("study", i), institution, "1.2.3." + i);
        });
    insert(
        """
        INSERT INTO series (id, institution_id, study_id, series_uid, modality, body_part, description, number)
        VALUES (?, ?, ?, ?, 'CT', 'CHEST', 'Axial', 1)""",
        series,
        (row, i) -> set(row, id("series", i), institution, id("study", i), "1.2.3." + i + ".1"));
    insert(
        """
        INSERT INTO instance (id, institution_id, series_id, instance_uid, sop_class_uid,
            transfer_syntax_uid, sha256, length_bytes, frame_count, image, frames, created_at)
        VALUES (?, ?, ?, ?, '1.2.840.10008.5.1.4.1.1.2', '1.2.840.10008.1.2.1', ?, 525000, 1, ?, '[]', 0)""",
        count,
        (row, i) -> set(
            row,
            id("instance", i),
            institution,
            id("series", i / INSTANCES_OF_SERIES),
            "1.2.3." + i / INSTANCES_OF_SERIES + ".1." + i,
            "%016x%048x".formatted(i * 0x9E3779B97F4A7C15L, i),
            IMAGE));
    insert(
        "INSERT INTO case_instance (case_id, instance_id) VALUES (?, ?)",
        count,
        (row, i) -> set(
            row, cases.get(i / INSTANCES_OF_SERIES % cases.size()).toString(), id("instance", i)));
  }

  /** Every learner has revealed the same number, all different. */
  private void reveals(List<CaseId> cases, List<Caller> learners, int count) throws SQLException {
    var step = 7919;
    insert(
        """
        INSERT INTO case_reveal (case_id, person_id, revealed_at, differential, confidence)
        VALUES (?, ?, ?, '["Stone"]', 3)""",
        count,
        (row, i) -> {
          var learner = i % learners.size();
          var number = (long) (i / learners.size()) * step + learner * 31L;
          set(
              row,
              cases.get((int) (number % cases.size())).toString(),
              learners.get(learner).person().toString());
          row.setLong(3, FIRST_MILLIS + i * 1_000L);
        });
  }

  private void audits(List<Caller> people, List<CaseId> cases, int count) throws SQLException {
    var ofSegment = 10_000;
    insert(
        "INSERT INTO audit_segment (number, first_sequence, previous_mac, opened_at, last_sequence, last_mac, sealed_at, seal) VALUES (?, ?, '', 0, 0, '', ?, '')",
        count / ofSegment + 1,
        (row, i) -> {
          row.setInt(1, i + 1);
          row.setLong(2, 1L + (long) i * ofSegment);
          if (i == count / ofSegment) row.setObject(3, null);
          else row.setLong(3, FIRST_MILLIS + (long) i * ofSegment);
        });
    insert(
        """
        INSERT INTO audit_record (sequence, segment, id, at, action, outcome, actor_id, actor_name,
            actor_role, actor_institution, owner, case_id, study_uid, object, detail, address, request_id, mac)
        VALUES (?, ?, ?, ?, ?, 'done', ?, ?, ?, ?, ?, ?, ?, NULL, NULL, '192.0.2.1', ?, ?)""",
        count,
        (row, i) -> {
          var person = people.get(random.nextInt(people.size()));
          var owner = people.get(random.nextInt(people.size())).institution();
          var action = List.of(
                  "study-read", "study-read", "study-read", "signed-in", "case-changed")
              .get(random.nextInt(5));
          row.setLong(1, 1L + i);
          row.setInt(2, 1 + i / ofSegment);
          row.setString(3, id("audit", i));
          row.setLong(4, FIRST_MILLIS + i * 1_000L);
          row.setString(5, action);
          row.setString(6, person.person().toString());
          row.setString(7, person.name());
          row.setString(8, person.role().term());
          row.setString(9, person.institution().toString());
          row.setString(10, random.nextInt(3) == 0 ? owner.toString() : null);
          row.setString(11, cases.get(random.nextInt(cases.size())).toString());
          row.setString(12, "1.2.3." + random.nextInt(100_000));
          row.setString(13, id("request", i));
          row.setString(14, "0".repeat(64));
        });
  }

  private void accounts(List<Caller> people) throws SQLException {
    insert(
        "INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, address, user_agent) VALUES (?, ?, ?, ?, ?, '', '')",
        people.size(),
        (row, i) -> {
          set(row, id("session", i), id("hash", i), people.get(i).person().toString());
          // Few are to be swept.
          var seen = FIRST_MILLIS + (i % 100 == 0 ? i : 500_000);
          row.setLong(4, seen);
          row.setLong(5, seen);
        });
    insert(
        "INSERT INTO api_token (id, token_hash, person_id, name, scopes, created_at, expires_at) VALUES (?, ?, ?, 'token', '[]', 0, 0)",
        people.size(),
        (row, i) ->
            set(row, id("token", i), id("token hash", i), people.get(i).person().toString()));
    insert(
        "INSERT INTO one_time_link (id, link_hash, kind, institution_id, role, name, created_at, expires_at) VALUES (?, ?, 'invitation', ?, 'learner', '', ?, ?)",
        people.size(),
        (row, i) -> {
          set(
              row,
              id("link", i),
              id("link hash", i),
              people.get(i).institution().toString());
          row.setLong(4, FIRST_MILLIS + i);
          row.setLong(5, FIRST_MILLIS + i);
        });
  }

  private static void set(PreparedStatement row, String... values) throws SQLException {
    for (var i = 0; i < values.length; i++) row.setString(i + 1, values[i]);
  }

  /** So that plans are for the rows that are there, whenever the database would have looked itself. */
  static void analyze(DataSource dataSource, Database database) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          database.main().dialect() == Dialect.POSTGRESQL ? "VACUUM (ANALYZE)" : "ANALYZE");
    }
  }
}
