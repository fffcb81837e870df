package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Pool;

/** Finds records. A page is found among sequence numbers alone, and only its own rows are read. */
@ApplicationScoped
class AuditListDao {
  private static final String FIND =
      """
      %s JOIN (
          SELECT u.sequence FROM (
      %s
          ) u
          ORDER BY u.sequence DESC LIMIT ? OFFSET ?
      ) k ON k.sequence = r.sequence
      ORDER BY r.sequence DESC""";

  private static final String KEYS =
      """
      SELECT * FROM (
          SELECT r.sequence FROM audit_record r
          WHERE %s
          ORDER BY r.sequence DESC LIMIT ?) p%d""";

  /** The chain has no gaps, and only its beginning is ever dropped. */
  private static final String COUNT_ALL =
      """
      SELECT COALESCE(
          (SELECT MAX(sequence) FROM audit_record) - (SELECT MIN(sequence) FROM audit_record) + 1, 0)""";

  private final Database database;

  @Inject
  AuditListDao(Database database) {
    this.database = database;
  }

  long count(AuditQuery query) {
    var parts = AuditParts.of(query);
    if (parts.isEverything()) {
      return database.read(sql -> sql.first(COUNT_ALL, row -> row.getLong(1))).orElseThrow();
    }
    var counts = parts.all().stream()
        .map(part -> "(SELECT COUNT(*) FROM audit_record r WHERE " + part.text() + ")")
        .collect(Collectors.joining("\n  + "));
    var arguments =
        parts.all().stream().flatMap(part -> part.arguments().stream()).toArray();
    return database
        .read(sql -> sql.first("SELECT " + counts, row -> row.getLong(1), arguments))
        .orElseThrow();
  }

  /**
   * The newest first.
   *
   * @param before only those with a smaller sequence number, if not null
   */
  List<ChainedRecord> find(AuditQuery query, @Nullable Long before, int most, int offset) {
    return database.read(found(query, before, most, offset));
  }

  /** As {@link #find}, for a report: the records of the last few seconds may be missing. */
  List<ChainedRecord> report(AuditQuery query, @Nullable Long before, int most) {
    return database.readReport(found(query, before, most, 0));
  }

  private static Pool.Work<List<ChainedRecord>> found(
      AuditQuery query, @Nullable Long before, int most, int offset) {
    var keys = new ArrayList<String>();
    var arguments = new ArrayList<Object>();
    for (var part : AuditParts.of(query).all()) {
      var bounded = before == null ? part : part.and("r.sequence < ?", List.of(before));
      keys.add(KEYS.formatted(bounded.text(), keys.size()));
      arguments.addAll(bounded.arguments());
      arguments.add(offset + most);
    }
    arguments.add(most);
    arguments.add(offset);
    var statement = FIND.formatted(AuditDao.COLUMNS, String.join("\nUNION ALL\n", keys));
    return sql -> sql.list(statement, AuditDao::chained, arguments.toArray());
  }
}
