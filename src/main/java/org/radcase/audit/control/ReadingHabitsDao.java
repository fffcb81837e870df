package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.audit.entity.AuditAction;
import org.radcase.platform.jdbc.Database;

/** Counts records of reading. */
@ApplicationScoped
class ReadingHabitsDao {
  /** Of a busy hospital, three days have more; the latest say enough. */
  private static final int MOST_RECORDS = 2_000;

  private static final String MOST_READ =
      """
      SELECT l.case_id FROM (
          SELECT r.case_id, r.action FROM audit_record r
          WHERE r.at >= ? ORDER BY r.at DESC, r.sequence DESC LIMIT ?) l
      WHERE l.action = ? AND l.case_id IS NOT NULL
      GROUP BY l.case_id ORDER BY COUNT(*) DESC, l.case_id LIMIT ?""";

  private final Database database;

  @Inject
  ReadingHabitsDao(Database database) {
    this.database = database;
  }

  List<String> mostReadCases(long sinceMillis, int most) {
    return database.readReport(sql -> sql.list(
        MOST_READ,
        row -> row.getString("case_id"),
        sinceMillis,
        MOST_RECORDS,
        AuditAction.STUDY_READ.term(),
        most));
  }
}
