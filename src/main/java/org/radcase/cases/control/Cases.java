package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;

/** The shelf of cases. It asks nobody who they are: that is for the use cases before it. */
@ApplicationScoped
class Cases {
  private final CaseDao reading;
  private final CaseWritingDao writing;

  @Inject
  Cases(CaseDao reading, CaseWritingDao writing) {
    this.reading = reading;
    this.writing = writing;
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found */
  TeachingCase get(CaseId id) {
    return reading.find(id).orElseThrow(() -> CaseProblem.NOT_FOUND.because("No case " + id));
  }

  void add(TeachingCase made) {
    writing.insert(made);
  }

  /**
   * Puts the next revision in the place of the one before it.
   *
   * @throws org.radcase.platform.problem.Problem case.stale if that is no longer the stored one
   */
  void revise(TeachingCase next) {
    if (!writing.update(next)) throw CaseProblem.STALE.because("Another change came first");
  }

  void remove(CaseId id) {
    writing.delete(id);
  }
}
