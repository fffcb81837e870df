package org.radcase.accounts.entity;

import java.util.Locale;

/** What somebody is here for; the table of rights has a column for each. */
public enum Role {
  LEARNER,
  EDUCATOR,
  DIRECTOR,
  ADMIN,
  OPERATOR;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
