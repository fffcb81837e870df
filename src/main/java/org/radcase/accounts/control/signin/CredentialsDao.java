package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.jdbc.Database;

/** What people sign in by. */
@ApplicationScoped
class CredentialsDao {
  /**
   * What somebody signs in by.
   *
   * @param active whether she and her institution are
   * @param totpSecret sealed; null for no second factor
   * @param totpPending sealed; null for none that waits for its first code
   */
  record Credentials(
      PersonId person,
      String username,
      String passwordHash,
      boolean active,
      @Nullable String totpSecret,
      @Nullable String totpPending) {}

  private static final String COLUMNS =
      """
      SELECT p.id, p.username, p.password_hash, p.totp_secret, p.totp_pending,
          p.active * i.active AS active
      FROM person p JOIN institution i ON i.id = p.institution_id
      """;

  private static final String FIND =
      COLUMNS + "WHERE p.username_key = ? AND p.password_hash IS NOT NULL";
  private static final String FIND_BY_ID =
      COLUMNS + "WHERE p.id = ? AND p.password_hash IS NOT NULL";
  private static final String SET_PASSWORD = "UPDATE person SET password_hash = ? WHERE id = ?";
  private static final String SEEN = "UPDATE person SET last_seen_at = ? WHERE id = ?";
  private static final String PEND = "UPDATE person SET totp_pending = ? WHERE id = ?";
  private static final String SET_FACTOR =
      "UPDATE person SET totp_secret = ?, totp_pending = NULL, totp_step = ? WHERE id = ?";

  /** A step is taken once; one far below the last comes from a clock that was set back. */
  private static final String TAKE_STEP =
      """
      UPDATE person SET totp_step = ?
      WHERE id = ? AND (totp_step IS NULL OR totp_step < ? OR totp_step > ?)""";

  private static final String ADD_CODE =
      "INSERT INTO recovery_code (person_id, code_hash) VALUES (?, ?)";
  private static final String TAKE_CODE =
      "DELETE FROM recovery_code WHERE person_id = ? AND code_hash = ?";
  private static final String REMOVE_CODES = "DELETE FROM recovery_code WHERE person_id = ?";

  private final Database database;

  @Inject
  CredentialsDao(Database database) {
    this.database = database;
  }

  Optional<Credentials> find(String usernameKey) {
    return database.read(sql -> sql.first(FIND, CredentialsDao::credentials, usernameKey));
  }

  Optional<Credentials> find(PersonId id) {
    return database.read(sql -> sql.first(FIND_BY_ID, CredentialsDao::credentials, id.toString()));
  }

  void setPassword(PersonId id, String hash) {
    database.write(sql -> sql.update(SET_PASSWORD, hash, id.toString()));
  }

  void seen(PersonId id, long nowMillis) {
    database.write(sql -> sql.update(SEEN, nowMillis, id.toString()));
  }

  void pend(PersonId id, String sealedSecret) {
    database.write(sql -> sql.update(PEND, sealedSecret, id.toString()));
  }

  /** Gives somebody a second factor, or takes it away with null. */
  void setFactor(
      PersonId id, @Nullable String sealedSecret, @Nullable Long step, List<String> codeHashes) {
    database.write(sql -> {
      sql.update(SET_FACTOR, sealedSecret, step, id.toString());
      sql.update(REMOVE_CODES, id.toString());
      for (var hash : codeHashes) sql.update(ADD_CODE, id.toString(), hash);
      return id;
    });
  }

  /** Returns false if a code of this step was taken before. */
  boolean takeStep(PersonId id, long step, long clockWasSetBack) {
    return database.write(
            sql -> sql.update(TAKE_STEP, step, id.toString(), step, step + clockWasSetBack))
        == 1;
  }

  /** Returns false if there is no such recovery code any more. */
  boolean takeCode(PersonId id, String hash) {
    return database.write(sql -> sql.update(TAKE_CODE, id.toString(), hash)) == 1;
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        new PersonId(UUID.fromString(row.getString("id"))),
        row.getString("username"),
        row.getString("password_hash"),
        row.getInt("active") == 1,
        row.getString("totp_secret"),
        row.getString("totp_pending"));
  }
}
