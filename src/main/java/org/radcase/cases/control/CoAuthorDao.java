package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheRemove;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;

/** Who writes a case with its author. */
@ApplicationScoped
class CoAuthorDao {
  private static final String LIST =
      """
      SELECT p.id FROM case_co_author a JOIN person p ON p.id = a.person_id
      WHERE a.case_id = ? ORDER BY p.name, p.id""";

  private static final String ADD =
      """
      INSERT INTO case_co_author (case_id, person_id) VALUES (?, ?)
      ON CONFLICT (case_id, person_id) DO NOTHING""";

  private static final String REMOVE =
      "DELETE FROM case_co_author WHERE case_id = ? AND person_id = ?";
  private static final String REMOVE_ALL = "DELETE FROM case_co_author WHERE case_id = ?";

  private final Database database;

  @Inject
  CoAuthorDao(Database database) {
    this.database = database;
  }

  /** By name. */
  List<PersonId> of(CaseId id) {
    return database.read(sql ->
        sql.list(LIST, row -> new PersonId(UUID.fromString(row.getString("id"))), id.toString()));
  }

  @CacheRemove(cacheName = "user-progress")
  void add(CaseId id, @CacheKey PersonId person) {
    database.write(sql -> sql.update(ADD, id.toString(), person.toString()));
  }

  /** Returns false if she was none. */
  @CacheRemove(cacheName = "user-progress")
  boolean remove(CaseId id, @CacheKey PersonId person) {
    return database.write(sql -> sql.update(REMOVE, id.toString(), person.toString())) == 1;
  }

  void removeAll(CaseId id) {
    database.write(sql -> sql.update(REMOVE_ALL, id.toString()));
  }
}
