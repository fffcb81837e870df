package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;

/** Reads a case, as far as the caller may. */
@ApplicationScoped
public class ReadCase {
  private final Cases cases;

  @Inject
  ReadCase(Cases cases) {
    this.cases = cases;
  }

  /**
   * Reads it to be looked at.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, also for a case that is not the
   *     caller's to see
   */
  public TeachingCase as(Caller caller, CaseId id) {
    var found = cases.get(id);
    if (!found.visibleTo(caller)) throw CaseProblem.NOT_FOUND.because("No case " + id);
    return found;
  }

  /**
   * Reads it to be changed.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found as above; case.not-editable
   */
  public TeachingCase toEdit(Caller caller, CaseId id) {
    var found = as(caller, id);
    if (!found.editableBy(caller)) {
      throw CaseProblem.NOT_EDITABLE.because("It belongs to " + found.author().name());
    }
    return found;
  }
}
