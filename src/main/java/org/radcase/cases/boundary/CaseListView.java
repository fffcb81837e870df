package org.radcase.cases.boundary;

import java.util.ArrayList;
import java.util.List;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.paging.Page;

/** One page of a list of cases, as it travels. */
public record CaseListView(List<CaseSummaryView> data, Pagination pagination) {
  static CaseListView of(Page<CaseSummary> page, View view) {
    return new CaseListView(
        page.map(it -> CaseSummaryView.of(it, view)).rows(), Pagination.of(page));
  }

  /** What the list's entity tag is made of. */
  List<Object> facts() {
    var facts = new ArrayList<Object>();
    facts.add(pagination);
    data.forEach(entry -> {
      facts.add(entry.id());
      facts.add(entry.revision());
      facts.add(entry.highlights());
    });
    return facts;
  }
}
