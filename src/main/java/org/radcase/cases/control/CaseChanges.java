package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.cache.Changes;

/** Tells the caches of changes of cases. */
@ApplicationScoped
class CaseChanges {
  private final Changes changes;

  @Inject
  CaseChanges(Changes changes) {
    this.changes = changes;
  }

  /** There is a case more, or one less. */
  void ofCount(TeachingCase teachingCase) {
    var sharing = teachingCase.content().sharing();
    var owner = teachingCase.author().institution();
    of(teachingCase.id(), owner, sharing);
    changes.of(CaseTags.countsOf(CaseTags.ofInstitution(owner)));
    if (!isWithin(sharing)) changes.of(CaseTags.countsOf(CaseTags.ELSEWHERE));
  }

  /** A case is another; for whom it was, or is. */
  void of(CaseId id, InstitutionId owner, Sharing sharing) {
    changes.of(CaseTags.ofCase(id), CaseTags.ofInstitution(owner));
    if (!isWithin(sharing)) changes.of(CaseTags.ELSEWHERE);
  }

  private static boolean isWithin(Sharing sharing) {
    return sharing.visibility() == Visibility.PRIVATE
        || sharing.visibility() == Visibility.INSTITUTION;
  }
}
