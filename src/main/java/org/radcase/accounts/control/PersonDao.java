package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** The rows of people; those without a username are no accounts. */
@ApplicationScoped
class PersonDao {
  static final String ORDER = "name";

  private static final String COLUMNS =
      """
      SELECT p.id, p.username, p.name, p.role, p.trainee_level, p.institution_id,
          i.name AS institution_name, p.active, p.created_at, p.last_seen_at, p.revision,
          CASE WHEN p.totp_secret IS NULL THEN 0 ELSE 1 END AS second_factor
      FROM person p JOIN institution i ON i.id = p.institution_id
      """;

  /** Found among names alone; only its own rows are read. */
  private static final String PAGE =
      """
      %s JOIN (
          SELECT p.id FROM person p WHERE %s
          ORDER BY p.name COLLATE "binary", p.id LIMIT ? OFFSET ?
      ) k ON k.id = p.id
      ORDER BY p.name COLLATE "binary", p.id""";

  private static final String FIND = COLUMNS + "WHERE p.id = ?";
  private static final String FIND_BY_USERNAME = COLUMNS + "WHERE p.username_key = ?";

  private static final String ADD =
      """
      INSERT INTO person (id, institution_id, name, role, username, username_key, trainee_level,
          password_hash, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String ENSURE =
      """
      INSERT INTO person (id, institution_id, name, role) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING""";

  private static final String SET_CREDENTIALS =
      """
      UPDATE person SET username = ?, username_key = ?, password_hash = ?, trainee_level = ?
      WHERE id = ? AND username IS NULL""";

  private static final String CHANGE =
      """
      UPDATE person SET name = ?, role = ?, trainee_level = ?, active = ?, revision = revision + 1
      WHERE id = ? AND revision = ?""";

  private static final String COUNT_OPERATORS =
      """
      SELECT COUNT(*) FROM person
      WHERE role = 'operator' AND username IS NOT NULL AND active = 1""";

  private static final String SET_ACTIVE =
      "UPDATE person SET active = ?, revision = revision + 1 WHERE id = ? AND active <> ?";

  private final Database database;

  @Inject
  PersonDao(Database database) {
    this.database = database;
  }

  Optional<Person> find(PersonId id) {
    return database.read(sql -> sql.first(FIND, PersonDao::person, id.toString()));
  }

  Optional<Person> find(String usernameKey) {
    return database.read(sql -> sql.first(FIND_BY_USERNAME, PersonDao::person, usernameKey));
  }

  void add(PersonId id, NewPerson added, long nowMillis) {
    database.write(sql -> sql.update(
        ADD,
        id.toString(),
        added.institution().toString(),
        added.name(),
        added.role().term(),
        added.username().value(),
        added.username().key(),
        termOf(added.traineeLevel()),
        added.passwordHash(),
        nowMillis));
  }

  /** Adds a person who cannot sign in, unless there is one of that id. */
  void ensure(PersonId id, InstitutionId institution, String name, Role role) {
    database.write(
        sql -> sql.update(ENSURE, id.toString(), institution.toString(), name, role.term()));
  }

  /** Lets somebody sign in who could not before; does nothing for others. */
  void setCredentials(PersonId id, NewPerson given) {
    database.write(sql -> sql.update(
        SET_CREDENTIALS,
        given.username().value(),
        given.username().key(),
        given.passwordHash(),
        termOf(given.traineeLevel()),
        id.toString()));
  }

  /** Returns false if the stored revision is not the one before; then nothing changed. */
  boolean change(Person next) {
    return database.write(sql -> sql.update(
            CHANGE,
            next.name(),
            next.role().term(),
            termOf(next.traineeLevel()),
            next.active() ? 1 : 0,
            next.id().toString(),
            next.revision() - 1))
        == 1;
  }

  void setActive(PersonId id, boolean active) {
    var flag = active ? 1 : 0;
    database.write(sql -> sql.update(SET_ACTIVE, flag, id.toString(), flag));
  }

  boolean hasOperator() {
    return database
            .read(sql -> sql.first(COUNT_OPERATORS, row -> row.getLong(1)))
            .orElse(0L)
        > 0;
  }

  Page<Person> page(PeopleQuery query, PageRequest request) {
    var where = new StringBuilder("p.username IS NOT NULL");
    var arguments = new ArrayList<Object>();
    var institution = query.institution();
    if (institution != null) {
      where.append(" AND p.institution_id = ?");
      arguments.add(institution.toString());
    }
    var role = query.role();
    if (role != null) {
      where.append(" AND p.role = ?");
      arguments.add(role.term());
    }
    var active = query.active();
    if (active != null) {
      where.append(" AND p.active = ?");
      arguments.add(active ? 1 : 0);
    }
    if (!query.words().isEmpty()) {
      where.append(" AND (lower(p.name) LIKE ? ESCAPE '!' OR p.username_key LIKE ? ESCAPE '!')");
      arguments.addAll(Collections.nCopies(2, containing(query.words())));
    }
    return database.read(sql -> {
      var total = sql.first(
              "SELECT COUNT(*) FROM person p WHERE " + where,
              row -> row.getLong(1),
              arguments.toArray())
          .orElseThrow();
      var after = request.after();
      if (after != null) {
        where.append(" AND (p.name COLLATE \"binary\", p.id) > (?, ?)");
        arguments.addAll(List.of(after.key(), after.id()));
      }
      arguments.add(request.limit() + 1);
      arguments.add(after == null ? request.offset() : 0);
      var rows = sql.list(PAGE.formatted(COLUMNS, where), PersonDao::person, arguments.toArray());
      return Page.of(
          rows, total, request, ORDER, Person::name, person -> person.id().toString());
    });
  }

  private static String containing(String words) {
    var folded = words.toLowerCase(Locale.ROOT);
    return "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private static @Nullable String termOf(@Nullable TraineeLevel level) {
    return level == null ? null : level.term();
  }

  private static Person person(ResultSet row) throws SQLException {
    var institution = new InstitutionId(UUID.fromString(row.getString("institution_id")));
    @Nullable String level = row.getString("trainee_level");
    var lastSeen = row.getLong("last_seen_at");
    var lastSeenAt = row.wasNull() ? null : Instant.ofEpochMilli(lastSeen);
    return new Person(
        new PersonId(UUID.fromString(row.getString("id"))),
        row.getString("username"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow(),
        level == null ? null : TraineeLevel.of(level).orElse(null),
        institution.equals(InstitutionId.NONE)
            ? null
            : new Person.InstitutionName(institution, row.getString("institution_name")),
        row.getInt("active") == 1,
        row.getInt("second_factor") == 1,
        Instant.ofEpochMilli(row.getLong("created_at")),
        lastSeenAt,
        row.getInt("revision"));
  }
}
