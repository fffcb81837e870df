package org.radcase.cases.entity;

import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;

/**
 * What somebody may do with a case and all that hangs on it. This is the one place that decides;
 * queries say the same in SQL, and a test compares the two.
 *
 * @param mayEdit change, publish, archive it, and upload to it
 * @param mayManage delete it, and choose its co-authors
 * @param byOffice whether she sees it only as an administrator, which is an audited act
 */
public record CaseRights(View view, boolean mayEdit, boolean mayManage, boolean byOffice) {
  private static final CaseRights NOTHING = new CaseRights(View.NONE, false, false, false);

  public static CaseRights of(Caller caller, TeachingCase teachingCase, Ties ties) {
    var author = teachingCase.author();
    var isWriter = TeachingCase.mayBeMadeBy(caller);
    var isAuthor = isWriter && author.person().equals(caller.person());
    var isCoAuthor = isWriter && ties.coAuthor();
    var administers =
        caller.role() == Role.ADMIN && author.institution().equals(caller.institution());
    if (isAuthor || isCoAuthor || administers) {
      var byOffice = !isAuthor && !isCoAuthor && !isForReaders(caller, teachingCase);
      return new CaseRights(View.FULL, true, isAuthor || administers, byOffice);
    }
    if (!isForReaders(caller, teachingCase)) return NOTHING;
    var studies = caller.role() == Role.LEARNER && !ties.revealed();
    return new CaseRights(studies ? View.STUDY : View.FULL, false, false, false);
  }

  /** Whether it is published, and for the caller's institution. */
  private static boolean isForReaders(Caller caller, TeachingCase teachingCase) {
    if (caller.role() == Role.OPERATOR || !teachingCase.content().isPublished()) return false;
    var sharing = teachingCase.content().sharing();
    var isOwn = teachingCase.author().institution().equals(caller.institution());
    return switch (sharing.visibility()) {
      case PRIVATE -> false;
      case INSTITUTION -> isOwn;
      case SHARED -> isOwn || sharing.sharedWith().contains(caller.institution());
      case PUBLIC -> true;
    };
  }
}
