package org.radcase.cases.control;

import java.util.List;
import java.util.Map;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.PageRequest;

/** What readers ask of the DAOs most, for a benchmark of another package. */
public final class CaseStatements {
  private static final PageRequest FIRST_PAGE = new PageRequest(1, 24, null);

  private final CaseListDao lists;
  private final CaseDao cases;
  private final RevealDao reveals;

  public CaseStatements(Database database) {
    lists = new CaseListDao(database);
    cases = new CaseDao(database);
    reveals = new RevealDao(database);
  }

  /** Returns how many cases there are, of which the first are read. */
  public long firstPage(Caller caller) {
    return lists
        .page(caller, CaseQuery.EVERYTHING, CaseOrder.LAST_CHANGED_FIRST, FIRST_PAGE)
        .total();
  }

  /** Returns how many cases are found, of which the best are read. */
  public long bestOf(Caller caller, String typed) {
    var query = new CaseQuery(Map.of(), Search.of(typed));
    return lists.page(caller, query, CaseOrder.BEST_FIRST, FIRST_PAGE).total();
  }

  /** Returns whether there is such a case. */
  public boolean one(CaseId id) {
    return cases.find(id).isPresent();
  }

  /** Returns whether it was her first of this case. */
  public boolean reveal(CaseId id, PersonId person, long nowMillis) {
    return reveals.add(id, person, List.of("Stone", "Appendicitis"), 3, nowMillis);
  }
}
