package org.radcase.cases.control;

import java.util.ArrayList;
import java.util.List;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.Search.Sign;
import org.radcase.platform.jdbc.Dialect;

/** The conditions by which a row c of a case meets a search, in what one may see of it. */
final class CaseMatches {
  /** More than any time in milliseconds: a better match is better however old it is. */
  private static final String GRADE = "100000000000000";

  private static final String INDEXED =
      """
      c.id IN (SELECT r.case_id FROM %1$s JOIN case_search_row r ON r.number = %1$s.rowid
          WHERE %1$s MATCH ?)""";

  private final Dialect dialect;
  private final SearchSql language;
  private final View view;
  private final Search search;

  CaseMatches(Dialect dialect, View view, Search search) {
    this.dialect = dialect;
    this.language = SearchSql.of(dialect);
    this.view = view;
    this.search = search;
  }

  /** All that is wanted is there, and nothing that is unwanted. */
  List<CaseConditions> conditions() {
    var wanted = search.clauses(Sign.WANTED);
    if (wanted.stream().anyMatch(clause -> clause.anyOf().isEmpty())) {
      return List.of(new CaseConditions("1 = 0", List.of()));
    }
    var conditions = new ArrayList<CaseConditions>();
    if (!wanted.isEmpty()) conditions.add(anywhere(language.allWanted(search)));
    if (!search.clauses(Sign.UNWANTED).isEmpty()) {
      var unwanted = anywhere(language.anyUnwanted(search));
      conditions.add(new CaseConditions("NOT (" + unwanted.text() + ")", unwanted.arguments()));
    }
    return conditions;
  }

  /** Grows with the number of wanted words in title or diagnosis (all, some, none), then with time. */
  CaseConditions relevance() {
    if (search.clauses(Sign.WANTED).stream().allMatch(clause -> clause.anyOf().isEmpty())) {
      return new CaseConditions("c.updated_at", List.of());
    }
    var all = inTitle(language.allWanted(search));
    var any = inTitle(language.anyWanted(search));
    var text = "(CASE WHEN %s THEN 2 WHEN %s THEN 1 ELSE 0 END) * %s + c.updated_at"
        .formatted(all.text(), any.text(), GRADE);
    return new CaseConditions(
        text, List.of(all.arguments().get(0), any.arguments().get(0)));
  }

  private CaseConditions anywhere(String written) {
    return switch (dialect) {
      case POSTGRESQL -> document("search_document", written);
      case SQLITE -> indexed(written);
    };
  }

  private CaseConditions inTitle(String written) {
    return switch (dialect) {
      case POSTGRESQL -> document("search_title_document", written);
      case SQLITE -> indexed("{title} : " + written);
    };
  }

  private CaseConditions document(String column, String written) {
    var of = view == View.FULL ? "c." : "c.study_";
    return new CaseConditions(of + column + " @@ CAST(? AS tsquery)", List.of(written));
  }

  private CaseConditions indexed(String written) {
    var index = view == View.FULL ? "case_search" : "case_study_search";
    return new CaseConditions(INDEXED.formatted(index), List.of(written));
  }
}
