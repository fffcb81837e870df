package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheRemove;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Reveal;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** What readers have committed to. */
@ApplicationScoped
class RevealDao {
  static final String ORDER = "-revealedAt";

  private static final String ADD =
      """
      INSERT INTO case_reveal (case_id, person_id, revealed_at, differential, confidence)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (case_id, person_id) DO NOTHING""";

  private static final String REMOVE = "DELETE FROM case_reveal WHERE case_id = ?";

  private static final String FROM =
      """
      FROM case_reveal r JOIN teaching_case c ON c.id = r.case_id
      WHERE r.person_id = ? AND\s""";

  private static final String COLUMNS =
      "SELECT c.id, c.title, c.diagnosis, r.revealed_at, r.differential, r.confidence ";

  private final Database database;

  @Inject
  RevealDao(Database database) {
    this.database = database;
  }

  /** Returns false if she has committed before; then nothing changed. */
  @CacheRemove(cacheName = "user-progress")
  boolean add(
      CaseId id,
      @CacheKey PersonId person,
      List<String> differential,
      @Nullable Integer confidence,
      long nowMillis) {
    return database.write(sql -> sql.update(
            ADD, id.toString(), person.toString(), nowMillis, Json.text(differential), confidence))
        == 1;
  }

  void remove(CaseId id) {
    database.write(sql -> sql.update(REMOVE, id.toString()));
  }

  /** Her own, of cases that she still may see, the latest first; of these cases only, if any. */
  Page<Reveal> page(Caller caller, Collection<CaseId> ids, PageRequest request) {
    var visible = CaseConditions.visibleTo(caller);
    var where = new StringBuilder(FROM).append(visible.text());
    var arguments = new ArrayList<Object>();
    arguments.add(caller.person().toString());
    arguments.addAll(visible.arguments());
    if (!ids.isEmpty()) {
      where
          .append(" AND r.case_id IN (")
          .append(String.join(", ", Collections.nCopies(ids.size(), "?")))
          .append(')');
      ids.forEach(id -> arguments.add(id.toString()));
    }
    return database.read(sql -> {
      var total = sql.first("SELECT COUNT(*) " + where, row -> row.getLong(1), arguments.toArray())
          .orElseThrow();
      var after = request.after();
      if (after != null) {
        where.append(" AND (r.revealed_at, r.case_id) < (?, ?)");
        arguments.add(Long.valueOf(after.key()));
        arguments.add(after.id());
      }
      arguments.add(request.limit() + 1);
      arguments.add(after == null ? request.offset() : 0);
      var rows = sql.list(
          COLUMNS + where + " ORDER BY r.revealed_at DESC, r.case_id DESC LIMIT ? OFFSET ?",
          RevealDao::reveal,
          arguments.toArray());
      return Page.of(
          rows,
          total,
          request,
          ORDER,
          reveal -> Long.toString(reveal.revealedAt().toEpochMilli()),
          reveal -> reveal.id().toString());
    });
  }

  private static Reveal reveal(ResultSet row) throws SQLException {
    var confidence = row.getInt("confidence");
    var given = row.wasNull() ? null : confidence;
    return new Reveal(
        CaseDao.id(row),
        row.getString("title"),
        row.getString("diagnosis"),
        Instant.ofEpochMilli(row.getLong("revealed_at")),
        Json.lines(row.getString("differential")),
        given);
  }
}
