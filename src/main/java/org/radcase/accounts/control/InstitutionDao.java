package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

@ApplicationScoped
class InstitutionDao {
  private static final String KNOWN =
      """
      SELECT id FROM institution
      WHERE id IN (%s) AND id <> '00000000-0000-0000-0000-000000000000'""";

  private static final String COLUMNS =
      """
      SELECT id, name, active, open_registration, created_at, revision FROM institution
      WHERE id <> '00000000-0000-0000-0000-000000000000'
      """;

  private static final String FIND = COLUMNS + "AND id = ?";
  private static final String FIND_BY_NAME = COLUMNS + "AND lower(name) = lower(?)";
  private static final String BY_NAME = " ORDER BY name COLLATE \"binary\", id LIMIT ? OFFSET ?";
  private static final String FIRST = COLUMNS + BY_NAME;
  private static final String AFTER =
      COLUMNS + "AND (name COLLATE \"binary\", id) > (?, ?)" + BY_NAME;

  private static final String COUNT =
      "SELECT COUNT(*) FROM institution WHERE id <> '00000000-0000-0000-0000-000000000000'";

  private static final String OPEN = COLUMNS + "AND active = 1 AND open_registration = 1" + BY_NAME;

  /** The order of {@link #page}. */
  static final String ORDER = "name";

  private static final String PEOPLE =
      "SELECT COUNT(*) FROM person WHERE institution_id = ? AND username IS NOT NULL";

  private static final String ADD =
      """
      INSERT INTO institution (id, name, created_at) VALUES (?, ?, ?)
      ON CONFLICT (id) DO NOTHING""";

  private static final String CHANGE =
      """
      UPDATE institution SET name = ?, active = ?, open_registration = ?, revision = revision + 1
      WHERE id = ? AND revision = ?""";

  private final Database database;

  @Inject
  InstitutionDao(Database database) {
    this.database = database;
  }

  /** Those of the given ids that have a row; {@code ids} is not empty. */
  Set<InstitutionId> knownOf(Collection<InstitutionId> ids) {
    var marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    var arguments = ids.stream().map(InstitutionId::toString).toArray();
    return Set.copyOf(database.read(sql -> sql.list(
        KNOWN.formatted(marks),
        row -> new InstitutionId(UUID.fromString(row.getString("id"))),
        arguments)));
  }

  Optional<Institution> find(InstitutionId id) {
    return database.read(sql -> sql.first(FIND, InstitutionDao::institution, id.toString()));
  }

  Optional<Institution> find(String name) {
    return database.read(sql -> sql.first(FIND_BY_NAME, InstitutionDao::institution, name));
  }

  /** All of them, by name. */
  Page<Institution> page(PageRequest request) {
    return database.read(sql -> {
      var total = sql.first(COUNT, row -> row.getLong(1)).orElseThrow();
      var after = request.after();
      var more = request.limit() + 1;
      var rows = after == null
          ? sql.list(FIRST, InstitutionDao::institution, more, request.offset())
          : sql.list(AFTER, InstitutionDao::institution, after.key(), after.id(), more, 0);
      return Page.of(
          rows, total, request, ORDER, Institution::name, one -> one.id().toString());
    });
  }

  /** The first of those whose learner anybody may become, by name. */
  List<Institution> open(int most) {
    return database.read(sql -> sql.list(OPEN, InstitutionDao::institution, most, 0));
  }

  long peopleOf(InstitutionId id) {
    return database
        .read(sql -> sql.first(PEOPLE, row -> row.getLong(1), id.toString()))
        .orElseThrow();
  }

  /** Does nothing if there is one of that id. */
  void add(InstitutionId id, String name, long nowMillis) {
    database.write(sql -> sql.update(ADD, id.toString(), name, nowMillis));
  }

  /** Returns false if the stored revision is not the one before; then nothing changed. */
  boolean change(Institution next) {
    return database.write(sql -> sql.update(
            CHANGE,
            next.name(),
            next.active() ? 1 : 0,
            next.openRegistration() ? 1 : 0,
            next.id().toString(),
            next.revision() - 1))
        == 1;
  }

  private static Institution institution(ResultSet row) throws SQLException {
    return new Institution(
        new InstitutionId(UUID.fromString(row.getString("id"))),
        row.getString("name"),
        row.getInt("active") == 1,
        row.getInt("open_registration") == 1,
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getInt("revision"));
  }
}
