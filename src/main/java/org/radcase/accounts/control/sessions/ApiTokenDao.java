package org.radcase.accounts.control.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.radcase.accounts.entity.ApiToken;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Scope;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;

@ApplicationScoped
class ApiTokenDao {
  private static final String FIND =
      """
      SELECT t.id, t.name AS token_name, t.scopes, t.created_at, t.expires_at, t.last_used_at,
          p.id AS person_id, p.name, p.role, p.institution_id
      FROM api_token t
      JOIN person p ON p.id = t.person_id
      JOIN institution i ON i.id = p.institution_id
      WHERE t.token_hash = ? AND p.active = 1 AND i.active = 1""";

  private static final String OF_PERSON =
      """
      SELECT id, name AS token_name, scopes, created_at, expires_at, last_used_at
      FROM api_token WHERE person_id = ? ORDER BY created_at DESC, id""";

  private static final String ADD =
      """
      INSERT INTO api_token (id, token_hash, person_id, name, scopes, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private static final String REVOKE = "DELETE FROM api_token WHERE id = ? AND person_id = ?";
  private static final String REVOKE_ALL = "DELETE FROM api_token WHERE person_id = ?";
  private static final String USED = "UPDATE api_token SET last_used_at = ? WHERE id = ?";

  private final Database database;

  @Inject
  ApiTokenDao(Database database) {
    this.database = database;
  }

  Optional<ApiTokens.Used> find(String hash) {
    return database.read(sql -> sql.first(
        FIND,
        row -> new ApiTokens.Used(
            token(row),
            new Caller(
                new PersonId(UUID.fromString(row.getString("person_id"))),
                row.getString("name"),
                new InstitutionId(UUID.fromString(row.getString("institution_id"))),
                Role.of(row.getString("role")).orElseThrow())),
        hash));
  }

  List<ApiToken> of(PersonId person) {
    return database.read(sql -> sql.list(OF_PERSON, ApiTokenDao::token, person.toString()));
  }

  void add(ApiToken token, String hash, PersonId person) {
    database.write(sql -> sql.update(
        ADD,
        token.id(),
        hash,
        person.toString(),
        token.name(),
        Json.text(token.scopes().stream().map(Scope::term).sorted().toList()),
        token.createdAt().toEpochMilli(),
        token.expiresAt().toEpochMilli()));
  }

  boolean revoke(PersonId person, String id) {
    return database.write(sql -> sql.update(REVOKE, id, person.toString())) == 1;
  }

  int revokeAll(PersonId person) {
    return database.write(sql -> sql.update(REVOKE_ALL, person.toString()));
  }

  void used(String id, long nowMillis) {
    database.write(sql -> sql.update(USED, nowMillis, id));
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    var lastUsed = row.getLong("last_used_at");
    var lastUsedAt = row.wasNull() ? null : Instant.ofEpochMilli(lastUsed);
    return new ApiToken(
        row.getString("id"),
        row.getString("token_name"),
        Json.lines(row.getString("scopes")).stream()
            .flatMap(term -> Scope.of(term).stream())
            .collect(Collectors.toSet()),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        lastUsedAt);
  }
}
