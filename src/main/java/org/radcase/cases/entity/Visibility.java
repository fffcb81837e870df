package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a case once it is published. */
public enum Visibility {
  /** Its author alone. */
  PRIVATE,
  /** The author's institution. */
  INSTITUTION,
  /** The author's institution and those that are named. */
  SHARED,
  /** Every signed-in person of every institution. */
  PUBLIC;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Visibility> of(String term) {
    return Arrays.stream(values()).filter(one -> one.term().equals(term)).findFirst();
  }
}
