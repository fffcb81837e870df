package org.radcase.cases.entity;

import java.util.Optional;
import java.util.UUID;
import org.radcase.accounts.entity.Uuids;

/** A teaching case, by its UUID. */
public record CaseId(UUID value) {
  /** Returns nothing if the text is not a UUID in its usual form. */
  public static Optional<CaseId> parse(String text) {
    return Uuids.parse(text).map(CaseId::new);
  }

  /** The canonical form, in lower case. */
  @Override
  public String toString() {
    return value.toString();
  }
}
