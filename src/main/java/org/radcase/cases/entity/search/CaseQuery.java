package org.radcase.cases.entity.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param filters the values of one filter are alternatives; all filters must hold
 * @param words all must occur; as {@link SearchText} writes them
 */
public record CaseQuery(Map<CaseFilter, Set<String>> filters, List<String> words) {
  public static final CaseQuery EVERYTHING = new CaseQuery(Map.of(), List.of());

  public CaseQuery {
    filters = Map.copyOf(filters);
    words = List.copyOf(words);
  }

  /** The same, whatever the values of this filter. */
  public CaseQuery without(CaseFilter filter) {
    var others = new HashMap<>(filters);
    others.remove(filter);
    return new CaseQuery(others, words);
  }
}
