package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** Finds records, within what the one who asks may see. */
@ApplicationScoped
public class SearchAudit {
  private static final String ORDER = "-sequence";
  private static final int EXPORT_PAGE = 500;

  private final AuditDao dao;
  private final DrainAudit drain;

  @Inject
  SearchAudit(AuditDao dao, DrainAudit drain) {
    this.dao = dao;
    this.drain = drain;
  }

  /** One page, the newest first; all that was recorded before is in it. */
  public Page<ChainedRecord> page(AuditQuery query, PageRequest request) throws IOException {
    drain.drain();
    var where = Where.of(query);
    var total = dao.count(where.text(), where.arguments);
    var after = request.after();
    if (after != null) where.and("r.sequence < ?", Long.valueOf(after.key()));
    var rows = dao.find(
        where.text(), where.arguments, request.limit() + 1, after == null ? request.offset() : 0);
    Function<ChainedRecord, String> key = record -> Long.toString(record.sequence());
    return Page.of(rows, total, request, ORDER, key, key);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(ORDER) && cursor.key().matches("\\d{1,18}");
  }

  /** All of them, the newest first, a few at a time. */
  public void forEach(AuditQuery query, Consumer<ChainedRecord> taking) throws IOException {
    drain.drain();
    @Nullable Long before = null;
    List<ChainedRecord> rows;
    do {
      var where = Where.of(query);
      if (before != null) where.and("r.sequence < ?", before);
      rows = dao.find(where.text(), where.arguments, EXPORT_PAGE, 0);
      rows.forEach(taking);
      if (!rows.isEmpty()) before = rows.get(rows.size() - 1).sequence();
    } while (rows.size() == EXPORT_PAGE);
  }

  /** The conditions of a query. For one thread. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final List<Object> arguments = new ArrayList<>();

    static Where of(AuditQuery query) {
      var where = new Where();
      var institution = query.institution();
      if (institution != null) {
        where.and("(r.actor_institution = ? OR r.owner = ?)", institution, institution);
      }
      where.andIf("r.at >= ?", query.from());
      where.andIf("r.at < ?", query.to());
      where.andIf("r.action = ?", query.action());
      where.andIf("r.outcome = ?", query.outcome());
      where.andIf("r.actor_id = ?", query.person());
      where.andIf("r.case_id = ?", query.teachingCase());
      where.andIf("r.study_uid = ?", query.study());
      var words = query.words();
      if (words != null) {
        var like = containing(words);
        where.and(
            "(lower(r.actor_name) LIKE ? ESCAPE '!' OR lower(r.object) LIKE ? ESCAPE '!'"
                + " OR lower(r.detail) LIKE ? ESCAPE '!')",
            like,
            like,
            like);
      }
      return where;
    }

    private void andIf(String condition, @Nullable Object value) {
      if (value != null) and(condition, value);
    }

    void and(String condition, Object... values) {
      conditions.add(condition);
      arguments.addAll(List.of(values));
    }

    String text() {
      return String.join(" AND ", conditions);
    }

    private static String containing(String words) {
      var folded = words.toLowerCase(Locale.ROOT);
      return "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
  }
}
