package org.radcase.audit.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditQuery;

/**
 * The conditions of a query for a record r, in parts that do not overlap: each can be had from an
 * index in the order of the trail, and their counts add up.
 */
record AuditParts(List<Part> all, boolean isEverything) {
  /** One of them, and the arguments in the order of its question marks. */
  record Part(String text, List<Object> arguments) {
    Part and(String condition, List<Object> values) {
      var all = new ArrayList<>(arguments);
      all.addAll(values);
      return new Part(text + " AND " + condition, all);
    }
  }

  static AuditParts of(AuditQuery query) {
    var filters = new ArrayList<Part>();
    add(filters, "r.at >= ?", query.from());
    add(filters, "r.at < ?", query.to());
    add(filters, "r.action = ?", query.action());
    add(filters, "r.outcome = ?", query.outcome());
    add(filters, "r.actor_id = ?", query.person());
    add(filters, "r.case_id = ?", query.teachingCase());
    add(filters, "r.study_uid = ?", query.study());
    var words = query.words();
    if (words != null) filters.add(containing(words));

    var institution = query.institution();
    var scopes = institution == null ? List.of(new Part("1 = 1", List.of())) : of(institution);
    var parts = scopes.stream()
        .map(scope -> {
          var part = scope;
          for (var filter : filters) part = part.and(filter.text, filter.arguments);
          return part;
        })
        .toList();
    return new AuditParts(parts, institution == null && filters.isEmpty());
  }

  /** Those of its people, and those of others about what is its. */
  private static List<Part> of(String institution) {
    return List.of(
        new Part("r.actor_institution = ?", List.of(institution)),
        new Part(
            "r.owner = ? AND (r.actor_institution IS NULL OR r.actor_institution <> ?)",
            List.of(institution, institution)));
  }

  private static void add(List<Part> filters, String condition, @Nullable Object value) {
    if (value != null) filters.add(new Part(condition, List.of(value)));
  }

  private static Part containing(String words) {
    var folded = words.toLowerCase(Locale.ROOT);
    var like = "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    return new Part(
        """
        (lower(r.actor_name) LIKE ? ESCAPE '!' OR lower(r.object) LIKE ? ESCAPE '!'
            OR lower(r.detail) LIKE ? ESCAPE '!')""",
        List.of(like, like, like));
  }
}
