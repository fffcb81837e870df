package org.radcase.accounts.control.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.platform.jdbc.Database;

@ApplicationScoped
class LinkDao {
  private static final String COLUMNS =
      """
      SELECT l.id, l.kind, l.institution_id, i.name AS institution_name, l.person_id, p.username,
          l.role, l.trainee_level, l.name, m.name AS maker, l.created_at, l.expires_at
      FROM one_time_link l
      LEFT JOIN institution i ON i.id = l.institution_id
      LEFT JOIN person p ON p.id = l.person_id
      LEFT JOIN person m ON m.id = l.made_by
      """;

  private static final String FIND = COLUMNS + "WHERE l.link_hash = ?";

  private static final String INVITATIONS = COLUMNS
      + """
        WHERE l.kind = 'invitation' AND l.expires_at > ? AND (? IS NULL OR l.institution_id = ?)
        ORDER BY l.created_at DESC, l.id LIMIT ?""";

  private static final String ADD =
      """
      INSERT INTO one_time_link (id, link_hash, kind, institution_id, person_id, role,
          trainee_level, name, made_by, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String REMOVE = "DELETE FROM one_time_link WHERE id = ?";
  private static final String REMOVE_INVITATION =
      """
      DELETE FROM one_time_link
      WHERE id = ? AND kind = 'invitation' AND (? IS NULL OR institution_id = ?)""";
  private static final String REMOVE_OF_PERSON =
      "DELETE FROM one_time_link WHERE person_id = ? AND kind = ?";
  private static final String REMOVE_OF_KIND = "DELETE FROM one_time_link WHERE kind = ?";
  private static final String SWEEP = "DELETE FROM one_time_link WHERE expires_at < ?";

  private final Database database;

  @Inject
  LinkDao(Database database) {
    this.database = database;
  }

  Optional<Link> find(String hash) {
    return database.read(sql -> sql.first(FIND, LinkDao::link, hash));
  }

  /** Open ones of the institution, or of all with null; the newest first. */
  List<Link> invitations(@Nullable InstitutionId institution, long nowMillis, int most) {
    var id = institution == null ? null : institution.toString();
    return database.read(sql -> sql.list(INVITATIONS, LinkDao::link, nowMillis, id, id, most));
  }

  void add(Link link, String hash, @Nullable PersonId maker) {
    var institution = link.institution();
    var person = link.person();
    var role = link.role();
    var level = link.traineeLevel();
    database.write(sql -> sql.update(
        ADD,
        link.id(),
        hash,
        link.kind().term(),
        institution == null ? null : institution.id().toString(),
        person == null ? null : person.toString(),
        role == null ? null : role.term(),
        level == null ? null : level.term(),
        link.name(),
        maker == null ? null : maker.toString(),
        link.createdAt().toEpochMilli(),
        link.expiresAt().toEpochMilli()));
  }

  /** Returns false if it is gone already: somebody else has used it. */
  boolean remove(String id) {
    return database.write(sql -> sql.update(REMOVE, id)) == 1;
  }

  /** Returns false if there is no such invitation of the institution, or of any with null. */
  boolean removeInvitation(String id, @Nullable InstitutionId institution) {
    var owner = institution == null ? null : institution.toString();
    return database.write(sql -> sql.update(REMOVE_INVITATION, id, owner, owner)) == 1;
  }

  void removeOf(PersonId person, Link.Kind kind) {
    database.write(sql -> sql.update(REMOVE_OF_PERSON, person.toString(), kind.term()));
  }

  void removeAll(Link.Kind kind) {
    database.write(sql -> sql.update(REMOVE_OF_KIND, kind.term()));
  }

  void sweep(long expiredBefore) {
    database.write(sql -> sql.update(SWEEP, expiredBefore));
  }

  private static Link link(ResultSet row) throws SQLException {
    @Nullable String institution = row.getString("institution_id");
    @Nullable String person = row.getString("person_id");
    @Nullable String role = row.getString("role");
    @Nullable String level = row.getString("trainee_level");
    return new Link(
        row.getString("id"),
        Link.Kind.of(row.getString("kind")).orElseThrow(),
        institution == null
            ? null
            : new Person.InstitutionName(
                new InstitutionId(UUID.fromString(institution)), row.getString("institution_name")),
        role == null ? null : Role.of(role).orElse(null),
        level == null ? null : TraineeLevel.of(level).orElse(null),
        person == null ? null : new PersonId(UUID.fromString(person)),
        row.getString("username"),
        row.getString("name"),
        row.getString("maker"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }
}
