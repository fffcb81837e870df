package org.radcase.accounts.boundary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.PeopleQuery;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.http.QueryParameters;

/** Reads which people are wanted. */
final class PeopleQueryReader {
  private static final int LONGEST_WORDS = 200;

  private PeopleQueryReader() {}

  /**
   * Reads it, noting faults in the parameters.
   *
   * @param own the institution to which the asker is bound; null for none
   */
  static PeopleQuery read(QueryParameters parameters, @Nullable InstitutionId own) {
    var words = parameters.one("q").orElse("").strip();
    if (words.length() > LONGEST_WORDS) {
      parameters.fault("q", "must have at most " + LONGEST_WORDS + " characters");
    }
    var role = parameters.one("role");
    var active = parameters.one("active");
    var institution = parameters.one("institution");
    if (role.isPresent() && role.flatMap(Role::of).isEmpty()) {
      parameters.fault("role", "must be learner, educator, director, admin or operator");
    }
    if (active.isPresent() && active.flatMap(PeopleQueryReader::flag).isEmpty()) {
      parameters.fault("active", "must be true or false");
    }
    var named = institution.flatMap(InstitutionId::parse);
    if (institution.isPresent() && named.isEmpty()) {
      parameters.fault("institution", "must be the id of an institution");
    }
    return new PeopleQuery(
        words,
        role.flatMap(Role::of).orElse(null),
        active.flatMap(PeopleQueryReader::flag).orElse(null),
        own == null ? named.orElse(null) : own);
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
