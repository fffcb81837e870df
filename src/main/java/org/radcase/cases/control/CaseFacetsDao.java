package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseParts.Part;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseFacets.Count;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.platform.jdbc.Database;

/** Counts of cases by filter, within what the caller may see. */
@ApplicationScoped
class CaseFacetsDao {
  /** How many cases are alike in all that has facets: far fewer rows than cases. */
  private static final String ALIKE =
      """
      SELECT c.modality, c.body_part, c.category, c.difficulty, %1$s AS status, COUNT(*) AS cases
      FROM teaching_case c
      WHERE %2$s
      GROUP BY c.modality, c.body_part, c.category, c.difficulty%3$s""";

  private static final String FACET =
      """
      SELECT '%1$s' AS facet, CAST(alike.%2$s AS TEXT) AS facet_value, SUM(alike.cases) AS matches
      FROM alike WHERE alike.%2$s IS NOT NULL AND %3$s GROUP BY alike.%2$s""";

  private static final String TOTAL =
      "SELECT '' AS facet, '' AS facet_value, COALESCE(SUM(alike.cases), 0) AS matches"
          + " FROM alike WHERE %s";

  private static final Comparator<Count> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  private final Database database;

  @Inject
  CaseFacetsDao(Database database) {
    this.database = database;
  }

  CaseFacets facets(Caller caller, CaseQuery query) {
    var parts = CaseParts.of(caller, query.without(CaseFacets.FILTERS), database.dialect());
    if (parts.isEmpty()) return new CaseFacets(0, new EnumMap<>(CaseFilter.class));
    var arguments = new ArrayList<Object>();
    parts.forEach(part -> arguments.addAll(part.conditions().arguments()));
    var selects = new ArrayList<String>();
    for (var filter : CaseFacets.FILTERS) {
      var others = others(query, Set.of(filter));
      var column = CaseConditions.column(filter);
      selects.add(FACET.formatted(filter.name(), column, others.text()));
      arguments.addAll(others.arguments());
    }
    var all = others(query, Set.of());
    selects.add(TOTAL.formatted(all.text()));
    arguments.addAll(all.arguments());
    var statement =
        "WITH alike AS (\n" + alike(parts) + ")\n" + String.join("\nUNION ALL\n", selects);

    var total = new long[1];
    var counts = new EnumMap<CaseFilter, List<Count>>(CaseFilter.class);
    database.read(sql -> sql.list(
        statement,
        row -> {
          var facet = row.getString("facet");
          var matches = row.getLong("matches");
          if (facet.isEmpty()) {
            total[0] = matches;
          } else {
            counts
                .computeIfAbsent(CaseFilter.valueOf(facet), it -> new ArrayList<>())
                .add(new Count(row.getString("facet_value"), matches));
          }
          return matches;
        },
        arguments.toArray()));
    counts.values().forEach(list -> list.sort(MOST_FREQUENT_FIRST));
    return new CaseFacets(total[0], counts);
  }

  private static String alike(List<Part> parts) {
    return parts.stream()
        .map(part -> ALIKE.formatted(
            part.status(),
            part.conditions().text(),
            part.status().startsWith("c.") ? ", " + part.status() : ""))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** The filters that have facets, but for those. */
  private static CaseConditions others(CaseQuery query, Set<CaseFilter> dropped) {
    var conditions = new CaseConditions("1 = 1", List.of());
    var filters = query.without(dropped).filters();
    for (var filter : CaseFacets.FILTERS) {
      if (filters.containsKey(filter))
        conditions = conditions.and("alike", filter, filters.get(filter));
    }
    return conditions;
  }
}
