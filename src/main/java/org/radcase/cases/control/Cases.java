package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheResult;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;

/** The shelf of cases. It asks nobody who they are: that is for the use cases before it. */
@ApplicationScoped
class Cases {
  private final CaseDao reading;
  private final CaseWritingDao writing;
  private final CaseChanges changes;

  @Inject
  Cases(CaseDao reading, CaseWritingDao writing, CaseChanges changes) {
    this.reading = reading;
    this.writing = writing;
    this.changes = changes;
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found */
  @CacheResult(cacheName = "cases", cacheKeyGenerator = CaseKeys.class)
  public TeachingCase get(CaseId id) {
    return reading.find(id).orElseThrow(() -> CaseProblem.NOT_FOUND.because("No case " + id));
  }

  void add(TeachingCase made) {
    writing.insert(made);
    changes.ofCount(made);
  }

  /**
   * Puts the next revision in the place of the one before it.
   *
   * @param stored the one that was read before
   * @throws org.radcase.platform.problem.Problem case.stale if that is no longer the stored one
   */
  void revise(TeachingCase stored, TeachingCase next) {
    if (!writing.update(next)) throw CaseProblem.STALE.because("Another change came first");
    if (stored.content().isCountedAs(next.content())) {
      changes.of(next.id(), next.author().institution(), next.content().sharing());
    } else {
      changes.ofCount(stored);
      changes.ofCount(next);
    }
  }

  void remove(TeachingCase stored) {
    writing.delete(stored.id());
    changes.ofCount(stored);
  }
}
