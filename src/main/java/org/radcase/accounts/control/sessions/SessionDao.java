package org.radcase.accounts.control.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.jdbc.Database;

@ApplicationScoped
class SessionDao {
  private static final String FIND =
      """
      SELECT s.id, s.person_id, s.created_at, s.last_seen_at, s.address, s.user_agent,
          p.name, p.role, p.institution_id
      FROM session s
      JOIN person p ON p.id = s.person_id
      JOIN institution i ON i.id = p.institution_id
      WHERE s.token_hash = ? AND p.active = 1 AND i.active = 1""";

  private static final String OF_PERSON =
      """
      SELECT id, person_id, created_at, last_seen_at, address, user_agent
      FROM session WHERE person_id = ? ORDER BY last_seen_at DESC, id""";

  private static final String ADD =
      """
      INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, address, user_agent)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private static final String END = "DELETE FROM session WHERE id = ? AND person_id = ?";
  private static final String END_ALL = "DELETE FROM session WHERE person_id = ?";
  private static final String END_OTHERS = "DELETE FROM session WHERE person_id = ? AND id <> ?";
  private static final String END_OLDEST =
      """
      DELETE FROM session WHERE person_id = ? AND id NOT IN (
          SELECT id FROM session WHERE person_id = ? ORDER BY last_seen_at DESC LIMIT ?)""";

  private static final String SEEN =
      "UPDATE session SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?";
  private static final String PERSON_SEEN =
      """
      UPDATE person SET last_seen_at = ?
      WHERE id = (SELECT person_id FROM session WHERE id = ?)""";

  private static final String SWEEP =
      """
      DELETE FROM session WHERE id IN (
          SELECT id FROM session WHERE last_seen_at < ?
          UNION ALL SELECT id FROM session WHERE last_seen_at > ?
          UNION ALL SELECT id FROM session WHERE created_at < ?)""";

  private final Database database;

  @Inject
  SessionDao(Database database) {
    this.database = database;
  }

  Optional<Sessions.SignedIn> find(String hash) {
    return database.read(sql -> sql.first(FIND, SessionDao::signedIn, hash));
  }

  List<Session> of(PersonId person) {
    return database.read(sql -> sql.list(OF_PERSON, SessionDao::session, person.toString()));
  }

  void add(Session session, String hash) {
    database.write(sql -> sql.update(
        ADD,
        session.id(),
        hash,
        session.person().toString(),
        session.createdAt().toEpochMilli(),
        session.lastSeenAt().toEpochMilli(),
        session.address(),
        session.userAgent()));
  }

  boolean end(PersonId person, String id) {
    return database.write(sql -> sql.update(END, id, person.toString())) == 1;
  }

  int endAll(PersonId person) {
    return database.write(sql -> sql.update(END_ALL, person.toString()));
  }

  int endOthers(PersonId person, String id) {
    return database.write(sql -> sql.update(END_OTHERS, person.toString(), id));
  }

  /** Leaves as many as are given, those that were used last. */
  void endOldest(PersonId person, int most) {
    database.write(sql -> sql.update(END_OLDEST, person.toString(), person.toString(), most));
  }

  /** Notes when sessions were last used, in milliseconds, by their ids. */
  void seen(Map<String, Long> times) {
    database.write(sql -> {
      for (var seen : times.entrySet()) {
        sql.update(SEEN, seen.getValue(), seen.getKey(), seen.getValue());
        sql.update(PERSON_SEEN, seen.getValue(), seen.getKey());
      }
      return times;
    });
  }

  /** Removes what was last used before a time or after another, or made before a third. */
  void sweep(long seenBefore, long seenAfter, long madeBefore) {
    database.write(sql -> sql.update(SWEEP, seenBefore, seenAfter, madeBefore));
  }

  private static Sessions.SignedIn signedIn(ResultSet row) throws SQLException {
    var session = session(row);
    return new Sessions.SignedIn(
        session,
        new Caller(
            session.person(),
            row.getString("name"),
            new InstitutionId(UUID.fromString(row.getString("institution_id"))),
            Role.of(row.getString("role")).orElseThrow()));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        new PersonId(UUID.fromString(row.getString("person_id"))),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("last_seen_at")),
        row.getString("address"),
        row.getString("user_agent"));
  }
}
