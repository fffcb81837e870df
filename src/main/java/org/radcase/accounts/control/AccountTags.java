package org.radcase.accounts.control;

import org.radcase.accounts.entity.PersonId;

/** By which tags what is kept of people ends. */
public final class AccountTags {
  /** Any institution: few, and seldom changed. */
  public static final String INSTITUTIONS = "institutions";

  /** The names of people, which stand in lists. */
  public static final String PEOPLE = "people";

  private AccountTags() {}

  public static String ofPerson(PersonId id) {
    return "user:" + id;
  }
}
