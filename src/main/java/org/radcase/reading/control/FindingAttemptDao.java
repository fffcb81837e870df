package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.reading.entity.Verdict;

/** Clicks at what people took for key findings. */
@ApplicationScoped
class FindingAttemptDao {
  private static final String LIST =
      "SELECT finding_id FROM finding_attempt WHERE case_id = ? AND person_id = ?";

  private static final String ADD =
      """
      INSERT INTO finding_attempt
        (case_id, person_id, number, attempted_at, verdict, finding_id)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (case_id, person_id, number) DO NOTHING""";

  private static final String REMOVE = "DELETE FROM finding_attempt WHERE case_id = ?";

  /**
   * What somebody tried at a case.
   *
   * @param found the ids of what she found
   */
  record Attempts(int count, Set<String> found) {}

  private final Database database;

  @Inject
  FindingAttemptDao(Database database) {
    this.database = database;
  }

  Attempts of(CaseId id, PersonId person) {
    var rows = database.read(sql -> sql.list(
        LIST,
        row -> Optional.ofNullable(row.getString("finding_id")),
        id.toString(),
        person.toString()));
    return new Attempts(
        rows.size(), rows.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
  }

  /**
   * Adds her next attempt.
   *
   * @param number from 1
   * @return false if there is one of this number; then nothing changed
   */
  boolean add(
      CaseId id,
      PersonId person,
      int number,
      Verdict verdict,
      @Nullable String finding,
      long nowMillis) {
    return database.write(sql -> sql.update(
            ADD, id.toString(), person.toString(), number, nowMillis, verdict.term(), finding))
        == 1;
  }

  void remove(CaseId id) {
    database.write(sql -> sql.update(REMOVE, id.toString()));
  }
}
