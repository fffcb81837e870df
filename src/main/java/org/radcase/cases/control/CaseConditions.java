package org.radcase.cases.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseQuery;

/** The WHERE of a list of cases: its text, and the arguments in the order of its question marks. */
record CaseConditions(String text, List<Object> arguments) {
  /** What {@code TeachingCase.visibleTo} says, for a row {@code c}. */
  private static final String VISIBLE =
      """
      (c.author_id = ? OR (c.status = 'published' AND (
          c.visibility = 'public'
          OR (c.institution_id = ? AND c.visibility IN ('institution', 'shared'))
          OR (c.visibility = 'shared' AND EXISTS (
              SELECT 1 FROM case_shared_with s
              WHERE s.case_id = c.id AND s.institution_id = ?)))))""";

  private static final String TAGGED =
      "EXISTS (SELECT 1 FROM case_tag t WHERE t.case_id = c.id AND t.tag_key IN (%s))";

  /** All that the caller may see and the query finds. */
  static CaseConditions of(Caller caller, CaseQuery query) {
    var institution = caller.institution().toString();
    var conditions =
        new CaseConditions(VISIBLE, List.of(caller.person().toString(), institution, institution));
    for (var filter : CaseFilter.values()) {
      var values = query.filters().getOrDefault(filter, Set.of());
      if (!values.isEmpty()) conditions = conditions.and(filter, values);
    }
    for (var word : query.words()) {
      conditions = conditions.and("c.search_text LIKE ? ESCAPE '!'", List.of(containing(word)));
    }
    return conditions;
  }

  private CaseConditions and(CaseFilter filter, Set<String> values) {
    var marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    return switch (filter) {
      case TAG -> and(TAGGED.formatted(marks), values);
      case DIFFICULTY ->
        and(
            "c.difficulty IN (" + marks + ")",
            values.stream().map(Integer::valueOf).toList());
      default -> and(column(filter) + " IN (" + marks + ")", values);
    };
  }

  CaseConditions and(String condition, Iterable<?> itsArguments) {
    var all = new ArrayList<>(arguments);
    itsArguments.forEach(all::add);
    return new CaseConditions(text + "\n  AND " + condition, List.copyOf(all));
  }

  /** Where the values of a filter stand, for those that have one column. */
  static String column(CaseFilter filter) {
    return switch (filter) {
      case MODALITY -> "c.modality";
      case BODY_PART -> "c.body_part";
      case CATEGORY -> "c.category";
      case DIFFICULTY -> "c.difficulty";
      case STATUS -> "c.status";
      case VISIBILITY -> "c.visibility";
      case AUTHOR -> "c.author_id";
      case TAG -> throw new IllegalArgumentException("Tags have a table of their own");
    };
  }

  private static String containing(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
