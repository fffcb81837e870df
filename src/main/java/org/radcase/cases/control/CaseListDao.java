package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.DerivedPresentation;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseOrder.Direction;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** Lists of cases, and counts of them, within what the caller may see. */
@ApplicationScoped
class CaseListDao {
  /** The history's first 1,000 characters hold the few words that a derived presentation takes. */
  private static final String SELECT =
      """
      SELECT c.id, c.revision, c.institution_id, c.author_id, p.name AS author_name,
          c.title, c.presentation, substr(c.clinical_history, 1, 1000) AS clinical_history,
          c.modality, c.body_part, c.category, c.difficulty, c.tags, c.status, c.visibility,
          c.created_at, c.updated_at, c.published_at, c.image_count, c.thumbnail,
          %s AS sort_key
      FROM teaching_case c JOIN person p ON p.id = c.author_id
      WHERE %s
      ORDER BY sort_key %s, c.id %s
      LIMIT ? OFFSET ?""";

  private final Database database;

  @Inject
  CaseListDao(Database database) {
    this.database = database;
  }

  Page<CaseSummary> page(Caller caller, CaseQuery query, CaseOrder order, PageRequest request) {
    var conditions = CaseConditions.of(caller, query);
    return database.read(sql -> {
      var total = count(sql, conditions);
      var rows = rows(sql, conditions, order, request);
      var more = rows.size() > request.limit();
      if (more) rows.remove(request.limit());
      var summaries = rows.stream().map(Keyed::summary).toList();
      @Nullable
      Cursor next = more ? rows.get(request.limit() - 1).cursor(request.page() + 1, order) : null;
      return new Page<>(summaries, total, request, next);
    });
  }

  private record Keyed(CaseSummary summary, String key) {
    Cursor cursor(int page, CaseOrder order) {
      return new Cursor(page, order.term(), key, summary.id().toString());
    }
  }

  /** One row more than the page has, if there is one. */
  private static List<Keyed> rows(Sql sql, CaseConditions all, CaseOrder order, PageRequest request)
      throws SQLException {
    var expression = expression(order);
    var ascending = order.direction() == Direction.ASCENDING;
    var after = request.after();
    var conditions = after == null
        ? all
        : all.and(
            "(" + expression + ", c.id) " + (ascending ? ">" : "<") + " (?, ?)",
            List.of(key(order, after), after.id()));
    var direction = ascending ? "ASC" : "DESC";
    var arguments = new ArrayList<>(conditions.arguments());
    arguments.add(request.limit() + 1);
    arguments.add(after == null ? request.offset() : 0);
    return sql.list(
        SELECT.formatted(expression, conditions.text(), direction, direction),
        row -> new Keyed(summary(row), row.getString("sort_key")),
        arguments.toArray());
  }

  /** What is compared, never null; the indexes are of these very expressions. */
  private static String expression(CaseOrder order) {
    var ascending = order.direction() == Direction.ASCENDING;
    return switch (order.key()) {
      case UPDATED_AT -> "c.updated_at";
      case CREATED_AT -> "c.created_at";
      case PUBLISHED_AT ->
        "COALESCE(c.published_at, %s)".formatted(ascending ? Long.MAX_VALUE : "0");
      case DIFFICULTY -> "COALESCE(c.difficulty, %d)".formatted(ascending ? 6 : 0);
      case TITLE -> "c.title_key COLLATE \"binary\"";
    };
  }

  private static Object key(CaseOrder order, Cursor after) {
    return order.key() == CaseOrder.Key.TITLE ? after.key() : (Object) Long.valueOf(after.key());
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
        CaseDao.pictures(row));
  }

  private static long count(Sql sql, CaseConditions conditions) throws SQLException {
    return sql.first(
            "SELECT COUNT(*) FROM teaching_case c WHERE " + conditions.text(),
            row -> row.getLong(1),
            conditions.arguments().toArray())
        .orElseThrow();
  }

  CaseFacets facets(Caller caller, CaseQuery query) {
    return database.read(sql -> {
      var counts = new EnumMap<CaseFilter, List<CaseFacets.Count>>(CaseFilter.class);
      for (var filter : CaseFacets.FILTERS) {
        counts.put(filter, counts(sql, CaseConditions.of(caller, query.without(filter)), filter));
      }
      return new CaseFacets(count(sql, CaseConditions.of(caller, query)), counts);
    });
  }

  private static List<CaseFacets.Count> counts(
      Sql sql, CaseConditions conditions, CaseFilter filter) throws SQLException {
    var statement =
        """
        SELECT %1$s AS facet_value, COUNT(*) AS matches FROM teaching_case c
        WHERE %1$s IS NOT NULL AND %2$s
        GROUP BY %1$s ORDER BY matches DESC, facet_value"""
            .formatted(CaseConditions.column(filter), conditions.text());
    return sql.list(
        statement,
        row -> new CaseFacets.Count(row.getString("facet_value"), row.getLong("matches")),
        conditions.arguments().toArray());
  }
}
