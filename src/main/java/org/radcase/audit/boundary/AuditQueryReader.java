package org.radcase.audit.boundary;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.audit.entity.Outcome;
import org.radcase.platform.http.QueryParameters;

/** Reads which records are wanted. */
final class AuditQueryReader {
  private static final int LONGEST = 200;

  private AuditQueryReader() {}

  /**
   * Reads it, noting faults in the parameters.
   *
   * @param institution to which the reader is bound; null for none
   */
  static AuditQuery read(QueryParameters parameters, @Nullable String institution) {
    return new AuditQuery(
        institution,
        time(parameters, "from"),
        time(parameters, "to"),
        term(parameters, "action", Stream.of(AuditAction.values()).map(AuditAction::term)),
        term(parameters, "outcome", Stream.of(Outcome.values()).map(Outcome::term)),
        text(parameters, "person"),
        text(parameters, "case"),
        text(parameters, "study"),
        text(parameters, "q"));
  }

  private static @Nullable Long time(QueryParameters parameters, String name) {
    var given = parameters.one(name);
    if (given.isEmpty()) return null;
    try {
      return OffsetDateTime.parse(given.get()).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      parameters.fault(name, "must be a time such as 2026-11-21T08:00:00Z");
      return null;
    }
  }

  private static @Nullable String term(
      QueryParameters parameters, String name, Stream<String> terms) {
    var given = parameters.one(name);
    if (given.isEmpty() || terms.anyMatch(given.get()::equals)) return given.orElse(null);
    parameters.fault(name, "has a value that no record can have");
    return null;
  }

  private static @Nullable String text(QueryParameters parameters, String name) {
    Optional<String> given = parameters.one(name).map(String::strip).filter(it -> !it.isEmpty());
    if (given.filter(it -> it.length() > LONGEST).isPresent()) {
      parameters.fault(name, "must have at most " + LONGEST + " characters");
    }
    return given.orElse(null);
  }
}
