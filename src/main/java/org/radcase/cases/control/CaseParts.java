package org.radcase.cases.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.Search.Sign;
import org.radcase.platform.jdbc.Dialect;

/**
 * What a caller may see and a query finds, in parts that do not overlap. Each part is a stretch of
 * an index that is in the list's order: none needs more rows read than are shown, and their counts
 * add up. One condition for all of them, with its OR, could be had from no index.
 */
final class CaseParts {
  private static final String REVEALED =
      "EXISTS (SELECT 1 FROM case_reveal r WHERE r.case_id = c.id AND r.person_id = ?)";

  private static final String PUBLIC = "c.status = 'published' AND c.visibility = 'public'";

  private static final String OF_INSTITUTION =
      """
      c.institution_id = ? AND c.status = 'published'
        AND c.visibility IN ('institution', 'shared')""";

  private static final String SHARED =
      """
      c.status = 'published' AND c.visibility = 'shared' AND c.institution_id <> ?
        AND c.id IN (SELECT s.case_id FROM case_shared_with s WHERE s.institution_id = ?)""";

  private static final String WRITTEN =
      """
      c.id IN (
          SELECT w.id FROM teaching_case w WHERE w.author_id = ?
          UNION SELECT a.case_id FROM case_co_author a WHERE a.person_id = ?)
        AND NOT\s"""
          + CaseConditions.FOR_READERS;

  /**
   * One of them.
   *
   * @param status the status of all its rows, as SQL
   */
  record Part(CaseConditions conditions, String status) {}

  private final Caller caller;
  private final CaseQuery query;
  private final Dialect dialect;
  private final List<Part> parts = new ArrayList<>();

  private CaseParts(Caller caller, CaseQuery query, Dialect dialect) {
    this.caller = caller;
    this.query = query;
    this.dialect = dialect;
  }

  /** The parts; none if there is nothing that could be found. */
  static List<Part> of(Caller caller, CaseQuery query, Dialect dialect) {
    var made = new CaseParts(caller, query, dialect);
    if (made.isFewCases()) {
      made.add(CaseConditions.visibleTo(caller), "c.status", Set.of());
    } else {
      made.addReaders();
      made.addOwn();
    }
    return List.copyOf(made.parts);
  }

  /** Lists are shared by all of a role: also what a learner has revealed is without its answer. */
  static View viewOf(Caller caller) {
    return caller.role() == Role.LEARNER ? View.STUDY : View.FULL;
  }

  /** Whether the query itself leads to few rows by an index: then they are looked through. */
  private boolean isFewCases() {
    return !query.search().clauses(Sign.WANTED).isEmpty()
        || query.filters().containsKey(CaseFilter.TAG)
        || query.filters().containsKey(CaseFilter.AUTHOR);
  }

  private void addReaders() {
    if (caller.role() == Role.OPERATOR || !allows(CaseFilter.STATUS, "published")) return;
    var institution = caller.institution().toString();
    var both = Set.of(CaseFilter.STATUS, CaseFilter.VISIBILITY);
    if (allows(CaseFilter.VISIBILITY, "public")) {
      var elsewhere = caller.role() == Role.ADMIN ? " AND c.institution_id <> ?" : "";
      List<Object> arguments = elsewhere.isEmpty() ? List.of() : List.of(institution);
      add(new CaseConditions(PUBLIC + elsewhere, arguments), "'published'", both);
    }
    if (allows(CaseFilter.VISIBILITY, "shared")) {
      var arguments = List.<Object>of(institution, institution);
      add(new CaseConditions(SHARED, arguments), "'published'", both);
    }
    if (caller.role() != Role.ADMIN) {
      var conditions = new CaseConditions(OF_INSTITUTION, List.of(institution));
      add(conditions, "'published'", Set.of(CaseFilter.STATUS));
    }
  }

  private void addOwn() {
    var person = caller.person().toString();
    var institution = caller.institution().toString();
    var written = new CaseConditions(WRITTEN, List.of(person, person, institution, institution));
    switch (caller.role()) {
      case LEARNER, DIRECTOR, OPERATOR -> {}
      case EDUCATOR -> add(written, "c.status", Set.of());
      case ADMIN -> {
        add(new CaseConditions("c.institution_id = ?", List.of(institution)), "c.status", Set.of());
        add(written.and("c.institution_id <> ?", List.of(institution)), "c.status", Set.of());
      }
    }
  }

  private boolean allows(CaseFilter filter, String value) {
    var values = query.filters().getOrDefault(filter, Set.of());
    return values.isEmpty() || values.contains(value);
  }

  private void add(CaseConditions part, String status, Set<CaseFilter> held) {
    var conditions = part;
    var left = query.without(held).filters();
    for (var filter : CaseFilter.values()) {
      if (left.containsKey(filter)) conditions = conditions.and(filter, left.get(filter));
    }
    var view = viewOf(caller);
    if (view == View.STUDY && left.containsKey(CaseFilter.TAG)) {
      conditions = conditions.and(REVEALED, List.of(caller.person().toString()));
    }
    for (var match : new CaseMatches(dialect, view, query.search()).conditions()) {
      conditions = conditions.and(match);
    }
    parts.add(new Part(conditions, status));
  }
}
