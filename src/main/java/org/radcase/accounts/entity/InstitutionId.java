package org.radcase.accounts.entity;

import java.util.Optional;
import java.util.UUID;

/** An institution: the wall between those who share cases and those who do not. */
public record InstitutionId(UUID value) {
  /** To this one belong operators, who belong to none; no case does, and no list shows it. */
  public static final InstitutionId NONE = new InstitutionId(new UUID(0, 0));

  /** Returns nothing if the text is not a UUID in its usual form. */
  public static Optional<InstitutionId> parse(String text) {
    return Uuids.parse(text).map(InstitutionId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
