package org.radcase.cases.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.Search.Clause;
import org.radcase.cases.entity.search.Search.Match;
import org.radcase.cases.entity.search.Search.Phrase;
import org.radcase.cases.entity.search.Search.Sign;
import org.radcase.cases.entity.search.SearchText;

/** A case that is searched by reading it: slow, and what the databases are compared with. */
record ReadCaseText(CaseId id, CaseContent content, Instant updatedAt) {
  /** All that meet the search, the best first. */
  static List<CaseId> find(List<ReadCaseText> all, Search search) {
    return all.stream()
        .filter(one -> one.meets(search))
        .sorted(Comparator.<ReadCaseText>comparingInt(one -> one.grade(search))
            .thenComparing(ReadCaseText::updatedAt)
            .thenComparing(one -> one.id().toString())
            .reversed())
        .map(ReadCaseText::id)
        .toList();
  }

  private boolean meets(Search search) {
    var text = SearchText.of(content);
    var both = text.title() + " ¶ " + text.text();
    return search.clauses().stream()
        .allMatch(clause -> holds(clause, both) == (clause.sign() == Sign.WANTED));
  }

  private int grade(Search search) {
    var title = SearchText.of(content).title();
    var wanted = search.clauses(Sign.WANTED);
    if (!wanted.isEmpty() && wanted.stream().allMatch(clause -> holds(clause, title))) return 2;
    return wanted.stream().anyMatch(clause -> holds(clause, title)) ? 1 : 0;
  }

  private static boolean holds(Clause clause, String text) {
    return clause.anyOf().stream()
        .anyMatch(all -> all.stream().allMatch(phrase -> has(phrase, text)));
  }

  private static boolean has(Phrase phrase, String text) {
    var wanted = " " + String.join(" ", phrase.tokens());
    var end = phrase.match() == Match.BEGINNING ? "" : " ";
    return (" " + text + " ").contains(wanted + end);
  }
}
