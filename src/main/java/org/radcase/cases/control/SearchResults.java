package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.cache.annotation.CacheResult;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.synonyms.SearchSynonyms;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.cases.entity.search.Highlighter;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** What queries find, kept for all who would find the same. */
@ApplicationScoped
class SearchResults {
  private final CaseListDao lists;
  private final CaseFacetsDao facets;
  private final CaseHighlightsDao highlights;
  private final SearchSynonyms synonyms;

  @Inject
  SearchResults(
      CaseListDao lists,
      CaseFacetsDao facets,
      CaseHighlightsDao highlights,
      SearchSynonyms synonyms) {
    this.lists = lists;
    this.facets = facets;
    this.highlights = highlights;
    this.synonyms = synonyms;
  }

  @CacheResult(cacheName = "case-search", cacheKeyGenerator = SearchKeys.class)
  Page<CaseSummary> page(Caller caller, CaseQuery query, CaseOrder order, PageRequest request) {
    var expanded = query.with(synonyms.of(query.search()));
    var page = lists.page(caller, expanded, order, request);
    return page.rows().isEmpty() || expanded.search().isAnything()
        ? page
        : highlighted(page, caller, expanded.search());
  }

  private Page<CaseSummary> highlighted(Page<CaseSummary> page, Caller caller, Search search) {
    var ids = page.rows().stream().map(CaseSummary::id).toList();
    var found = highlights.find(ids, CaseParts.viewOf(caller), new Highlighter(search));
    return page.map(summary -> summary.with(found.getOrDefault(summary.id(), List.of())));
  }

  @CacheResult(cacheName = "case-search", cacheKeyGenerator = SearchKeys.class)
  CaseFacets facets(Caller caller, CaseQuery query) {
    return facets.facets(caller, query.with(synonyms.of(query.search())));
  }
}
