package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a case has come. */
public enum Status {
  DRAFT,
  PUBLISHED,
  ARCHIVED;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Status> of(String term) {
    return Arrays.stream(values()).filter(one -> one.term().equals(term)).findFirst();
  }
}
