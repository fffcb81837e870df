package org.radcase.accounts.entity;

import java.util.Optional;
import java.util.UUID;

/** A person with an account. */
public record PersonId(UUID value) {
  /** Returns nothing if the text is not a UUID in its usual form. */
  public static Optional<PersonId> parse(String text) {
    return Uuids.parse(text).map(PersonId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
