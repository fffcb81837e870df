package org.radcase.demo.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;

/** Which demo cases were loaded, and how far. */
@ApplicationScoped
class DemoCaseDao {
  private static final String FIND =
      """
      SELECT case_id, complete FROM demo_case WHERE number = ?""";

  private static final String BEGIN =
      """
      INSERT INTO demo_case (number, case_id, complete) VALUES (?, ?, 0)
      ON CONFLICT (number) DO UPDATE SET case_id = excluded.case_id""";

  private static final String COMPLETE =
      """
      UPDATE demo_case SET complete = 1 WHERE number = ?""";

  /** How far the loading of a demo case came. */
  record Loaded(String caseId, boolean complete) {}

  private final Database database;

  @Inject
  DemoCaseDao(Database database) {
    this.database = database;
  }

  Optional<Loaded> find(int number) {
    return database.read(sql -> sql.first(
        FIND, row -> new Loaded(row.getString("case_id"), row.getInt("complete") == 1), number));
  }

  void begin(int number, CaseId id) {
    database.write(sql -> sql.update(BEGIN, number, id.toString()));
  }

  void complete(int number) {
    database.write(sql -> sql.update(COMPLETE, number));
  }
}
