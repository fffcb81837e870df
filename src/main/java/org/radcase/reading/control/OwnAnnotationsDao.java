package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.reading.entity.Revised;

/** What people draw on the images of cases for themselves. */
@ApplicationScoped
class OwnAnnotationsDao {
  private static final String FIND =
      "SELECT revision, annotations FROM own_annotations WHERE case_id = ? AND person_id = ?";

  private static final String ADD =
      """
      INSERT INTO own_annotations (case_id, person_id, revision, annotations) VALUES (?, ?, 1, ?)
      ON CONFLICT (case_id, person_id) DO NOTHING""";

  private static final String REPLACE =
      """
      UPDATE own_annotations SET revision = revision + 1, annotations = ?
      WHERE case_id = ? AND person_id = ? AND revision = ?""";

  private static final String REMOVE = "DELETE FROM own_annotations WHERE case_id = ?";

  private final Database database;

  @Inject
  OwnAnnotationsDao(Database database) {
    this.database = database;
  }

  /** At revision 0 without content if she never drew any. */
  Revised<String> find(CaseId id, PersonId person) {
    return database
        .read(sql -> sql.first(
            FIND,
            row -> new Revised<>(row.getInt("revision"), row.getString("annotations")),
            id.toString(),
            person.toString()))
        .orElse(new Revised<>(0, ""));
  }

  /** Returns false if the stored revision is no longer {@code expected}; then nothing changed. */
  boolean replace(CaseId id, PersonId person, int expected, String annotations) {
    return database.write(sql -> expected == 0
            ? sql.update(ADD, id.toString(), person.toString(), annotations)
            : sql.update(REPLACE, annotations, id.toString(), person.toString(), expected))
        == 1;
  }

  void remove(CaseId id) {
    database.write(sql -> sql.update(REMOVE, id.toString()));
  }
}
