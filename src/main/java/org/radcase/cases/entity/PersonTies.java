package org.radcase.cases.entity;

import java.util.Set;

/**
 * What ties somebody to cases.
 *
 * @param coAuthored to which their authors have invited her
 * @param revealed which she has committed to
 */
public record PersonTies(Set<CaseId> coAuthored, Set<CaseId> revealed) {
  public PersonTies {
    coAuthored = Set.copyOf(coAuthored);
    revealed = Set.copyOf(revealed);
  }

  public Ties to(CaseId id) {
    return new Ties(coAuthored.contains(id), revealed.contains(id));
  }
}
