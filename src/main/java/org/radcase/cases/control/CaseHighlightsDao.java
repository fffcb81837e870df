package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.Highlight;
import org.radcase.cases.entity.search.Highlighter;
import org.radcase.platform.jdbc.Database;

/** Where in a page's cases a search has found something, in what one may see of them. */
@ApplicationScoped
class CaseHighlightsDao {
  /** A card shows no more. */
  private static final int MOST = 3;

  private static final String STUDY_VIEW =
      "SELECT id, presentation, clinical_history FROM teaching_case WHERE id IN (%s)";

  private static final String FULL_VIEW =
      """
      SELECT id, title, diagnosis, presentation, findings, clinical_history, tags, differential,
          teaching_points
      FROM teaching_case WHERE id IN (%s)""";

  private final Database database;

  @Inject
  CaseHighlightsDao(Database database) {
    this.database = database;
  }

  /** At most three of each case; {@code ids} is not empty. */
  Map<CaseId, List<Highlight>> find(List<CaseId> ids, View view, Highlighter highlighter) {
    var select = view == View.FULL ? FULL_VIEW : STUDY_VIEW;
    var marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    var found = new HashMap<CaseId, List<Highlight>>();
    database.read(sql -> sql.list(
        select.formatted(marks),
        row -> found.put(CaseDao.id(row), highlights(row, view, highlighter)),
        ids.stream().map(CaseId::toString).toArray()));
    return found;
  }

  private static List<Highlight> highlights(ResultSet row, View view, Highlighter highlighter)
      throws SQLException {
    var found = new ArrayList<Highlight>();
    if (view == View.FULL) {
      highlighter.in("title", row.getString("title")).ifPresent(found::add);
      highlighter.in("diagnosis", row.getString("diagnosis")).ifPresent(found::add);
    }
    highlighter.in("presentation", row.getString("presentation")).ifPresent(found::add);
    if (view == View.FULL) {
      highlighter.in("findings", row.getString("findings")).ifPresent(found::add);
    }
    highlighter.in("clinicalHistory", row.getString("clinical_history")).ifPresent(found::add);
    if (view == View.FULL) {
      addLines(found, row, "tags", "tags", highlighter);
      addLines(found, row, "differential", "differential", highlighter);
      addLines(found, row, "teaching_points", "teachingPoints", highlighter);
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST)));
  }

  private static void addLines(
      List<Highlight> found, ResultSet row, String column, String field, Highlighter highlighter)
      throws SQLException {
    for (var line : CaseDao.lines(row, column)) {
      if (found.size() >= MOST) return;
      highlighter.in(field, line).ifPresent(found::add);
    }
  }
}
