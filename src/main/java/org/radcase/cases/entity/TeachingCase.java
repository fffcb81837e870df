package org.radcase.cases.entity;

import java.time.Instant;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;

/**
 * A radiology teaching case.
 *
 * @param revision from 1, one more with every change
 */
public record TeachingCase(
    CaseId id,
    int revision,
    CaseContent content,
    Author author,
    CaseTimes times,
    Pictures pictures) {
  /** Whether the caller's role is one that makes cases. */
  public static boolean mayBeMadeBy(Caller caller) {
    return caller.role() == Role.EDUCATOR || caller.role() == Role.ADMIN;
  }

  /** Whether the caller may know that it exists; queries say the same in SQL. */
  public boolean visibleTo(Caller caller) {
    if (isBy(caller)) return true;
    if (!content.isPublished()) return false;
    var sharing = content.sharing();
    return switch (sharing.visibility()) {
      case PRIVATE -> false;
      case INSTITUTION -> isOfInstitutionOf(caller);
      case SHARED ->
        isOfInstitutionOf(caller) || sharing.sharedWith().contains(caller.institution());
      case PUBLIC -> true;
    };
  }

  /** Whether the caller may change, publish, archive and delete it. */
  public boolean editableBy(Caller caller) {
    if (!visibleTo(caller) || !mayBeMadeBy(caller)) return false;
    return isBy(caller) || (caller.role() == Role.ADMIN && isOfInstitutionOf(caller));
  }

  /** The next revision, with other content. */
  public TeachingCase revised(CaseContent newContent, Instant now) {
    var becomesPublished = newContent.isPublished() && !content.isPublished();
    var publishedAt = becomesPublished ? now : times.publishedAt();
    return new TeachingCase(
        id,
        revision + 1,
        newContent,
        author,
        new CaseTimes(times.createdAt(), now, publishedAt),
        pictures);
  }

  private boolean isBy(Caller caller) {
    return author.person().equals(caller.person());
  }

  private boolean isOfInstitutionOf(Caller caller) {
    return author.institution().equals(caller.institution());
  }
}
