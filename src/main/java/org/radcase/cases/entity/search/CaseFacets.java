package org.radcase.cases.entity.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many cases each further filter would leave.
 *
 * @param total of the query itself
 * @param counts of a filter's values, most frequent first, without regard to that filter itself
 */
public record CaseFacets(long total, Map<CaseFilter, List<Count>> counts) {
  /** The filters that have facets. */
  public static final Set<CaseFilter> FILTERS = EnumSet.of(
      CaseFilter.MODALITY,
      CaseFilter.BODY_PART,
      CaseFilter.CATEGORY,
      CaseFilter.DIFFICULTY,
      CaseFilter.STATUS);

  /** One value and how many cases have it. */
  public record Count(String value, long count) {}

  public CaseFacets {
    counts = Map.copyOf(counts);
  }

  public List<Count> of(CaseFilter filter) {
    return counts.getOrDefault(filter, List.of());
  }
}
