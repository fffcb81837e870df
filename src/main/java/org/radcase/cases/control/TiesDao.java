package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Ties;
import org.radcase.platform.jdbc.Database;

/** Reads what ties somebody to a case. */
@ApplicationScoped
class TiesDao {
  private static final String FIND =
      """
      SELECT
        (SELECT COUNT(*) FROM case_co_author WHERE case_id = ? AND person_id = ?) AS written,
        (SELECT COUNT(*) FROM case_reveal WHERE case_id = ? AND person_id = ?) AS revealed""";

  private final Database database;

  @Inject
  TiesDao(Database database) {
    this.database = database;
  }

  Ties find(CaseId id, PersonId person) {
    return database
        .read(sql -> sql.first(
            FIND,
            row -> new Ties(row.getInt("written") > 0, row.getInt("revealed") > 0),
            id.toString(),
            person.toString(),
            id.toString(),
            person.toString()))
        .orElse(Ties.NONE);
  }
}
