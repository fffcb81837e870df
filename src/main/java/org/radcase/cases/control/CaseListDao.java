package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseParts.Part;
import org.radcase.cases.entity.DerivedPresentation;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseOrder.Direction;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** Lists of cases within what the caller may see. */
@ApplicationScoped
class CaseListDao {
  /**
   * The page is found among keys alone, and only its own rows are read. The order is
   * of the indexes' own expressions: SQLite merges the parts, each read as far as the page reaches.
   * The history's first 1,000 characters hold the few words that a derived presentation takes.
   */
  private static final String SELECT =
      """
      SELECT c.id, c.revision, c.institution_id, c.author_id, p.name AS author_name,
          c.title, c.presentation, substr(c.clinical_history, 1, 1000) AS clinical_history,
          c.modality, c.body_part, c.category, c.difficulty, c.tags, c.status, c.visibility,
          c.created_at, c.updated_at, c.published_at, c.image_count, c.thumbnail,
          k.sort_key
      FROM (
      %1$s
          ORDER BY sort_key %2$s, id %2$s LIMIT ? OFFSET ?
      ) k JOIN teaching_case c ON c.id = k.id JOIN person p ON p.id = c.author_id
      ORDER BY k.sort_key %2$s, k.id %2$s""";

  private static final String KEYS =
      """
          SELECT c.id, %1$s AS sort_key FROM teaching_case c
          WHERE %2$s""";

  /** PostgreSQL merges by indexes only what is limited; it would else read and sort all. */
  private static final String LIMITED = "SELECT * FROM (%s\nORDER BY %s %s, c.id %3$s LIMIT ?) p";

  private final Database database;

  @Inject
  CaseListDao(Database database) {
    this.database = database;
  }

  Page<CaseSummary> page(Caller caller, CaseQuery query, CaseOrder order, PageRequest request) {
    // The database of this read: the next one may be of another kind.
    return database.read(sql -> page(sql, caller, query, order, request));
  }

  private static Page<CaseSummary> page(
      Sql sql, Caller caller, CaseQuery query, CaseOrder order, PageRequest request)
      throws SQLException {
    var parts = CaseParts.of(caller, query, sql.dialect());
    if (parts.isEmpty()) return new Page<>(List.of(), 0, request, null);
    var relevance =
        new CaseMatches(sql.dialect(), CaseParts.viewOf(caller), query.search()).relevance();
    var total = count(sql, parts);
    var rows = total == 0 ? new ArrayList<Keyed>() : rows(sql, parts, relevance, order, request);
    var more = rows.size() > request.limit();
    if (more) rows.remove(request.limit());
    var summaries = rows.stream().map(Keyed::summary).toList();
    @Nullable
    Cursor next = more ? rows.get(request.limit() - 1).cursor(request.page() + 1, order) : null;
    return new Page<>(summaries, total, request, next);
  }

  private record Keyed(CaseSummary summary, String key) {
    Cursor cursor(int page, CaseOrder order) {
      return new Cursor(page, order.term(), key, summary.id().toString());
    }
  }

  /** One row more than the page has, if there is one. */
  private static List<Keyed> rows(
      Sql sql, List<Part> parts, CaseConditions relevance, CaseOrder order, PageRequest request)
      throws SQLException {
    var isRelevance = order.key() == CaseOrder.Key.RELEVANCE;
    var key = isRelevance ? relevance : new CaseConditions(expression(order), List.of());
    var direction = order.direction() == Direction.ASCENDING ? "ASC" : "DESC";
    var offset = request.after() == null ? request.offset() : 0;
    var keys = new ArrayList<String>();
    var arguments = new ArrayList<Object>();
    for (var one : parts) {
      var conditions = after(one.conditions(), key, order, request);
      var part = KEYS.formatted(key.text(), conditions.text());
      arguments.addAll(key.arguments());
      arguments.addAll(conditions.arguments());
      if (sql.dialect() == Dialect.POSTGRESQL) {
        // A computed key is not computed again to be sorted by.
        part = LIMITED.formatted(part, isRelevance ? "sort_key" : key.text(), direction);
        arguments.add(offset + request.limit() + 1);
      }
      keys.add(part);
    }
    arguments.add(request.limit() + 1);
    arguments.add(offset);
    return sql.list(
        SELECT.formatted(String.join("\nUNION ALL\n", keys), direction),
        row -> new Keyed(summary(row), row.getString("sort_key")),
        arguments.toArray());
  }

  private static CaseConditions after(
      CaseConditions part, CaseConditions key, CaseOrder order, PageRequest request) {
    var after = request.after();
    if (after == null) return part;
    var sign = order.direction() == Direction.ASCENDING ? ">" : "<";
    var arguments = new ArrayList<>(key.arguments());
    arguments.add(order.key() == CaseOrder.Key.TITLE ? after.key() : Long.valueOf(after.key()));
    arguments.add(after.id());
    return part.and("(" + key.text() + ", c.id) " + sign + " (?, ?)", arguments);
  }

  /** What is compared, never null; the indexes are of these very expressions. */
  private static String expression(CaseOrder order) {
    var ascending = order.direction() == Direction.ASCENDING;
    return switch (order.key()) {
      case UPDATED_AT, RELEVANCE -> "c.updated_at";
      case CREATED_AT -> "c.created_at";
      case PUBLISHED_AT ->
        "COALESCE(c.published_at, %s)".formatted(ascending ? Long.MAX_VALUE : "0");
      case DIFFICULTY -> "COALESCE(c.difficulty, %d)".formatted(ascending ? 6 : 0);
      case TITLE -> "c.title_key COLLATE \"binary\"";
    };
  }

  private static CaseSummary summary(ResultSet row) throws SQLException {
    var question = new Question(row.getString("presentation"), row.getString("clinical_history"));
    var classification = CaseDao.classification(row);
    return new CaseSummary(
        CaseDao.id(row),
        row.getInt("revision"),
        row.getString("title"),
        question.presentation(),
        DerivedPresentation.line(question, classification),
        classification,
        CaseDao.lines(row, "tags"),
        CaseDao.status(row),
        CaseDao.visibility(row),
        CaseDao.author(row),
        CaseDao.times(row),
        CaseDao.pictures(row),
        List.of());
  }

  /** The sum over the parts, each counted from its index. */
  private static long count(Sql sql, List<Part> parts) throws SQLException {
    var counts = parts.stream()
        .map(part ->
            "(SELECT COUNT(*) FROM teaching_case c WHERE " + part.conditions().text() + ")")
        .collect(Collectors.joining("\n  + "));
    var arguments =
        parts.stream().flatMap(part -> part.conditions().arguments().stream()).toArray();
    return sql.first("SELECT " + counts, row -> row.getLong(1), arguments).orElseThrow();
  }
}
