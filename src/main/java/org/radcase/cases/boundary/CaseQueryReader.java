package org.radcase.cases.boundary;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.http.QueryParameters;

/** Reads from a query string what somebody looks for. */
final class CaseQueryReader {
  private static final int MOST_CHARACTERS = 300;

  /** Each word is one more look into the index, with all its synonyms. */
  private static final int MOST_WORDS = 20;

  private final QueryParameters parameters;

  CaseQueryReader(QueryParameters parameters) {
    this.parameters = parameters;
  }

  CaseQuery query() {
    var filters = new EnumMap<CaseFilter, Set<String>>(CaseFilter.class);
    for (var filter : CaseFilter.values()) {
      var values = new LinkedHashSet<String>();
      for (var given : parameters.all(filter.parameter())) {
        filter.read(given).ifPresentOrElse(values::add, () -> unknown(filter));
      }
      if (!values.isEmpty()) filters.put(filter, values);
    }
    var text = parameters.one("q").orElse("");
    var search = text.length() > MOST_CHARACTERS ? Search.ANYTHING : Search.of(text);
    if (text.length() > MOST_CHARACTERS || search.size() > MOST_WORDS) {
      parameters.fault(
          "q", "must be at most %d words, %d characters".formatted(MOST_WORDS, MOST_CHARACTERS));
    }
    return new CaseQuery(filters, search);
  }

  /** Without one, the best is first of what a search finds, and else what was changed last. */
  CaseOrder order(CaseQuery query) {
    var given = parameters.one("sort");
    var searches = !query.search().isAnything();
    if (given.isEmpty()) return searches ? CaseOrder.BEST_FIRST : CaseOrder.LAST_CHANGED_FIRST;
    if (given.get().equals(CaseOrder.BEST_FIRST.term()) && !searches) {
      parameters.fault("sort", "must not be relevance without q");
    }
    return CaseOrder.of(given.get()).orElseGet(() -> {
      parameters.fault(
          "sort",
          "must be relevance, or updatedAt, createdAt, publishedAt, difficulty or title, with - for descending");
      return CaseOrder.LAST_CHANGED_FIRST;
    });
  }

  private void unknown(CaseFilter filter) {
    parameters.fault(filter.parameter(), "has a value that no case can have");
  }
}
