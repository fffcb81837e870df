package org.radcase.accounts.boundary;

import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Person;

/** An institution, as others refer to it. */
public record InstitutionRef(String id, String name) {
  static @Nullable InstitutionRef of(Person.@Nullable InstitutionName institution) {
    return institution == null
        ? null
        : new InstitutionRef(institution.id().toString(), institution.name());
  }
}
