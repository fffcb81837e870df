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
}
