package org.radcase.cases.boundary;

import java.util.List;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseFacets.Count;
import org.radcase.cases.entity.search.CaseFilter;

/** How many cases each further filter would leave, as it travels. */
public record CaseFacetsView(
    long total,
    List<Count> modality,
    List<Count> bodyPart,
    List<Count> category,
    List<Count> difficulty,
    List<Count> status) {
  static CaseFacetsView of(CaseFacets facets) {
    return new CaseFacetsView(
        facets.total(),
        facets.of(CaseFilter.MODALITY),
        facets.of(CaseFilter.BODY_PART),
        facets.of(CaseFilter.CATEGORY),
        facets.of(CaseFilter.DIFFICULTY),
        facets.of(CaseFilter.STATUS));
  }
}
