package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Sharing;
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

  /** A case is another, or no more; for whom it was, or is. */
  void of(CaseId id, InstitutionId owner, Sharing sharing) {
    changes.of(CaseTags.ofCase(id), CaseTags.ofInstitution(owner));
    var within = sharing.visibility() == Visibility.PRIVATE
        || sharing.visibility() == Visibility.INSTITUTION;
    if (!within) changes.of(CaseTags.ELSEWHERE);
  }
}
