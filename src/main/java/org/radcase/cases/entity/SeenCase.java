package org.radcase.cases.entity;

/** A case, and what the one who sees it may do; {@code rights} tell how much of it to show. */
public record SeenCase(TeachingCase teachingCase, CaseRights rights) {
  public boolean isFull() {
    return rights.view() == View.FULL;
  }
}
