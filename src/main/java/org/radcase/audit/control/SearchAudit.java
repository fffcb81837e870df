package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
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

  private final AuditListDao dao;
  private final DrainAudit drain;

  @Inject
  SearchAudit(AuditListDao dao, DrainAudit drain) {
    this.dao = dao;
    this.drain = drain;
  }

  /** One page, the newest first; all that was recorded before is in it. */
  public Page<ChainedRecord> page(AuditQuery query, PageRequest request) throws IOException {
    drain.drain();
    var total = dao.count(query);
    var after = request.after();
    var rows = after == null
        ? dao.find(query, null, request.limit() + 1, request.offset())
        : dao.find(query, Long.valueOf(after.key()), request.limit() + 1, 0);
    Function<ChainedRecord, String> key = record -> Long.toString(record.sequence());
    return Page.of(rows, total, request, ORDER, key, key);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(ORDER) && cursor.key().matches("\\d{1,18}");
  }

  /**
   * All of them, the newest first, a few at a time; with a replica those of the last few seconds may
   * be missing.
   */
  public void forEach(AuditQuery query, Consumer<ChainedRecord> taking) throws IOException {
    drain.drain();
    @Nullable Long before = null;
    List<ChainedRecord> rows;
    do {
      rows = dao.report(query, before, EXPORT_PAGE);
      rows.forEach(taking);
      if (!rows.isEmpty()) before = rows.get(rows.size() - 1).sequence();
    } while (rows.size() == EXPORT_PAGE);
  }
}
