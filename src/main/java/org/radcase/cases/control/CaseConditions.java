package org.radcase.cases.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.search.CaseFilter;

/** The WHERE of a list of cases: its text, and the arguments in the order of its question marks. */
record CaseConditions(String text, List<Object> arguments) {
  /** Published and for the caller's institution, as {@code CaseRights} says it, for a row c. */
  static final String FOR_READERS =
      """
      (c.status = 'published' AND (
          c.visibility = 'public'
          OR (c.institution_id = ? AND c.visibility IN ('institution', 'shared'))
          OR (c.visibility = 'shared' AND EXISTS (
              SELECT 1 FROM case_shared_with s
              WHERE s.case_id = c.id AND s.institution_id = ?))))""";

  private static final String WRITTEN_BY =
      """
      (c.author_id = ? OR EXISTS (
          SELECT 1 FROM case_co_author a WHERE a.case_id = c.id AND a.person_id = ?))""";

  private static final String TAGGED =
      "c.id IN (SELECT t.case_id FROM case_tag t WHERE t.tag_key IN (%s))";

  /** All that the caller may see in any view: the same as {@code CaseRights}, in SQL. */
  static CaseConditions visibleTo(Caller caller) {
    var person = caller.person().toString();
    var institution = caller.institution().toString();
    return switch (caller.role()) {
      case OPERATOR -> new CaseConditions("1 = 0", List.of());
      case LEARNER, DIRECTOR -> new CaseConditions(FOR_READERS, List.of(institution, institution));
      case EDUCATOR ->
        new CaseConditions(
            "(" + WRITTEN_BY + " OR " + FOR_READERS + ")",
            List.of(person, person, institution, institution));
      case ADMIN ->
        new CaseConditions(
            "(c.institution_id = ? OR " + WRITTEN_BY + " OR " + FOR_READERS + ")",
            List.of(institution, person, person, institution, institution));
    };
  }

  CaseConditions and(CaseFilter filter, Set<String> values) {
    return and("c", filter, values);
  }

  /** For a row of another name than c. */
  CaseConditions and(String row, CaseFilter filter, Set<String> values) {
    var marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    return switch (filter) {
      case TAG -> and(TAGGED.formatted(marks), values);
      case DIFFICULTY ->
        and(
            row + ".difficulty IN (" + marks + ")",
            values.stream().map(Integer::valueOf).toList());
      default -> and(row + "." + column(filter) + " IN (" + marks + ")", values);
    };
  }

  CaseConditions and(CaseConditions other) {
    return and(other.text, other.arguments);
  }

  CaseConditions and(String condition, Iterable<?> itsArguments) {
    var all = new ArrayList<>(arguments);
    itsArguments.forEach(all::add);
    return new CaseConditions(text + "\n  AND " + condition, List.copyOf(all));
  }

  /** Where the values of a filter stand, for those that have one column. */
  static String column(CaseFilter filter) {
    return switch (filter) {
      case MODALITY -> "modality";
      case BODY_PART -> "body_part";
      case CATEGORY -> "category";
      case DIFFICULTY -> "difficulty";
      case STATUS -> "status";
      case VISIBILITY -> "visibility";
      case AUTHOR -> "author_id";
      case TAG -> throw new IllegalArgumentException("Tags have a table of their own");
    };
  }
}
