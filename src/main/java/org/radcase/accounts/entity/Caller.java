package org.radcase.accounts.entity;

import org.radcase.audit.entity.Actor;

/** Who asks. Passed down as an argument, never kept in a shared bean. */
public record Caller(PersonId person, String name, InstitutionId institution, Role role) {
  /** Under which a request has the one who sent it. */
  public static final String ATTRIBUTE = Caller.class.getName();

  /** Who this is to the audit trail. */
  public Actor actor() {
    return new Actor(person.toString(), name, institution.toString(), role.term());
  }
}
