package org.radcase.cases.entity.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param filters the values of one filter are alternatives; all filters must hold
 * @param search what its texts must have
 */
public record CaseQuery(Map<CaseFilter, Set<String>> filters, Search search) {
  public static final CaseQuery EVERYTHING = new CaseQuery(Map.of(), Search.ANYTHING);

  public CaseQuery {
    filters = Map.copyOf(filters);
  }

  /** The same without those filters. */
  public CaseQuery without(Set<CaseFilter> dropped) {
    var others = new HashMap<>(filters);
    others.keySet().removeAll(dropped);
    return new CaseQuery(others, search);
  }

  /** The same with synonyms. */
  public CaseQuery with(Synonyms synonyms) {
    return new CaseQuery(filters, synonyms.expand(search));
  }
}
