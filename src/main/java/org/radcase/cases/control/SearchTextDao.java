package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.cases.control.synonyms.SearchSynonyms;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.SearchText;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.jdbc.Database;

/** What can be found of cases that another release wrote. */
@ApplicationScoped
class SearchTextDao {
  private static final String OUTDATED =
      "SELECT id FROM teaching_case WHERE search_version < ? ORDER BY search_version, id LIMIT ?";

  private static final String WRITE =
      """
      UPDATE teaching_case SET
          search_title = ?, search_text = ?, study_search_title = ?, study_search_text = ?,
          search_version = ?
      WHERE id = ? AND revision = ?""";

  private final Database database;
  private final Changes changes;

  @Inject
  SearchTextDao(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  List<CaseId> outdated(int version, int most) {
    return database.read(sql -> sql.list(OUTDATED, CaseDao::id, version, most));
  }

  /** Returns false if the stored revision is another one; then nothing changed. */
  boolean write(CaseId id, int revision, SearchText full, SearchText study) {
    return database.transaction(() -> {
      changes.of(SearchSynonyms.TAG);
      return database.write(sql -> sql.update(
              WRITE,
              full.title(),
              full.text(),
              study.title(),
              study.text(),
              SearchText.VERSION,
              id.toString(),
              revision))
          == 1;
    });
  }
}
