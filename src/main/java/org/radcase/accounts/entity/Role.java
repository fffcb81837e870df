package org.radcase.accounts.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is here for; the table of rights has a column for each. */
public enum Role {
  LEARNER,
  EDUCATOR,
  DIRECTOR,
  ADMIN,
  OPERATOR;

  public static Optional<Role> of(String term) {
    return Stream.of(values()).filter(role -> role.term().equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
