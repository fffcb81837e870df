package org.radcase.cases.entity;

import java.util.List;
import org.radcase.accounts.entity.InstitutionId;

/**
 * Whom a case is for.
 *
 * @param sharedWith institutions beside the author's own; none unless the visibility is SHARED
 */
public record Sharing(Status status, Visibility visibility, List<InstitutionId> sharedWith) {
  /** How a case starts: a draft, for the author's institution once it is published. */
  public static final Sharing INITIAL =
      new Sharing(Status.DRAFT, Visibility.INSTITUTION, List.of());

  public Sharing {
    sharedWith = List.copyOf(sharedWith);
    if (visibility != Visibility.SHARED && !sharedWith.isEmpty()) {
      throw new IllegalArgumentException("Only a shared case names institutions");
    }
  }
}
