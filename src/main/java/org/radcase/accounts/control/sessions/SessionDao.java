package org.radcase.accounts.control.sessions;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.cache.annotation.CacheResult;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.jdbc.Database;

@Direct
class SessionDao {
  private static final String FIND =
      """
      SELECT id, person_id, created_at, last_seen_at, address, user_agent
      FROM session WHERE token_hash = ?""";
  private static final String CALLER =
      """
      SELECT p.id AS person_id, p.name, p.role, p.institution_id
      FROM person p JOIN institution i ON i.id = p.institution_id
      WHERE p.id = ? AND p.active = 1 AND i.active = 1""";
  private static final String OF_PERSON =
      """
      SELECT id, person_id, created_at, last_seen_at, address, user_agent
      FROM session WHERE person_id = ? ORDER BY last_seen_at DESC, id""";

  private static final String ADD =
      """
      INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, address, user_agent)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private static final String END =
      "DELETE FROM session WHERE id = ? AND person_id = ? RETURNING token_hash";
  private static final String END_ALL =
      "DELETE FROM session WHERE person_id = ? RETURNING token_hash";
  private static final String END_OTHERS =
      "DELETE FROM session WHERE person_id = ? AND id <> ? RETURNING token_hash";
  private static final String END_OLDEST =
      """
      DELETE FROM session WHERE person_id = ? AND id NOT IN (
          SELECT id FROM session WHERE person_id = ? ORDER BY last_seen_at DESC LIMIT ?)
      RETURNING token_hash""";

  private static final String SEEN =
      "UPDATE session SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?";
  private static final String PERSON_SEEN =
      """
      UPDATE person SET last_seen_at = ?
      WHERE id = (SELECT person_id FROM session WHERE id = ?)""";

  private static final String SWEEP_UNSEEN = "DELETE FROM session WHERE last_seen_at < ?";
  private static final String SWEEP_AHEAD = "DELETE FROM session WHERE last_seen_at > ?";
  private static final String SWEEP_OLD = "DELETE FROM session WHERE created_at < ?";

  private final Database database;
  private final Changes changes;

  @Inject
  SessionDao(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  @CacheResult(cacheName = "sessions")
  public Optional<Session> find(String hash) {
    return read(hash);
  }

  /** The same from the database itself. */
  Optional<Session> read(String hash) {
    return database.read(sql -> sql.first(FIND, SessionDao::session, hash));
  }

  /** Whom a session lets in; nobody who may not sign in any more. */
  @CacheResult(cacheName = "sessions", cacheKeyGenerator = CallerKeys.class)
  public Optional<Caller> caller(PersonId person) {
    return database.read(sql -> sql.first(CALLER, SessionDao::caller, person.toString()));
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
    return endBy(END, id, person.toString()) == 1;
  }

  int endAll(PersonId person) {
    return endBy(END_ALL, person.toString());
  }

  int endOthers(PersonId person, String id) {
    return endBy(END_OTHERS, person.toString(), id);
  }

  /** Leaves as many as are given, those that were used last. */
  void endOldest(PersonId person, int most) {
    endBy(END_OLDEST, person.toString(), person.toString(), most);
  }

  private int endBy(String statement, Object... arguments) {
    return database.transaction(() -> {
      var ended =
          database.write(sql -> sql.list(statement, row -> row.getString("token_hash"), arguments));
      for (var hash : ended) changes.of(CacheName.SESSIONS.prefix() + hash);
      return ended.size();
    });
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
    database.write(sql -> sql.update(SWEEP_UNSEEN, seenBefore)
        + sql.update(SWEEP_AHEAD, seenAfter)
        + sql.update(SWEEP_OLD, madeBefore));
  }

  private static Caller caller(ResultSet row) throws SQLException {
    return new Caller(
        person(row),
        row.getString("name"),
        new InstitutionId(UUID.fromString(row.getString("institution_id"))),
        Role.of(row.getString("role")).orElseThrow());
  }

  private static PersonId person(ResultSet row) throws SQLException {
    return new PersonId(UUID.fromString(row.getString("person_id")));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        person(row),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("last_seen_at")),
        row.getString("address"),
        row.getString("user_agent"));
  }
}
