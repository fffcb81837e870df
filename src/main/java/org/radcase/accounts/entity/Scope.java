package org.radcase.accounts.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an API token may do, of what its owner may. */
public enum Scope {
  /** Read cases and images. */
  READ,
  /** Change cases and upload. */
  WRITE,
  /** Whatever an administrator's pages do. */
  ADMIN,
  /** Read the metrics. */
  METRICS;

  public static Optional<Scope> of(String term) {
    return Stream.of(values()).filter(scope -> scope.term().equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
