package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** Looks for cases among those that the caller may see. */
@ApplicationScoped
public class FindCases {
  private final SearchResults results;

  @Inject
  FindCases(SearchResults results) {
    this.results = results;
  }

  /** One page of what the query finds, each with where a search has found something. */
  public Page<CaseSummary> as(
      Caller caller, CaseQuery query, CaseOrder order, PageRequest request) {
    return results.page(caller, query, order, request);
  }

  /** How many it finds, and how many each further filter would leave. */
  public CaseFacets facets(Caller caller, CaseQuery query) {
    return results.facets(caller, query);
  }
}
