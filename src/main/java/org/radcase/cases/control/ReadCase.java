package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseRights;
import org.radcase.cases.entity.SeenCase;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Ties;
import org.radcase.cases.entity.View;

/** Reads a case, as far as the caller may: every path to a case and what hangs on it leads here. */
@ApplicationScoped
public class ReadCase {
  private final Cases cases;
  private final TiesDao ties;
  private final Audit audit;

  @Inject
  ReadCase(Cases cases, TiesDao ties, Audit audit) {
    this.cases = cases;
    this.ties = ties;
    this.audit = audit;
  }

  /**
   * Reads it to be looked at, in the view that comes with it.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, also for a case that is not the
   *     caller's to see
   */
  public SeenCase as(Caller caller, CaseId id) {
    var found = cases.get(id);
    var rights = CaseRights.of(caller, found, tiesOf(caller, found));
    if (rights.view() == View.NONE) {
      audit.record(event(AuditEvent.refused(AuditAction.ACCESS_REFUSED, caller.actor()), found));
      throw CaseProblem.NOT_FOUND.because("No case " + id);
    }
    return new SeenCase(found, rights);
  }

  /** Reads it for whoever asks next. */
  public void ahead(CaseId id) {
    cases.get(id);
  }

  /** The same, and leaves a record if she sees it only by her office. */
  public SeenCase look(Caller caller, CaseId id) {
    var seen = as(caller, id);
    if (seen.rights().byOffice()) {
      audit.record(
          event(AuditEvent.done(AuditAction.CASE_INSPECTED, caller.actor()), seen.teachingCase()));
    }
    return seen;
  }

  /**
   * Reads it in full.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found as above; case.not-revealed
   */
  public TeachingCase inFull(Caller caller, CaseId id) {
    var seen = as(caller, id);
    if (!seen.isFull()) {
      throw refused(caller, seen, CaseProblem.NOT_REVEALED, "Commit to an answer first");
    }
    return seen.teachingCase();
  }

  /**
   * Reads it to be changed.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found as above; case.not-editable
   */
  public TeachingCase toEdit(Caller caller, CaseId id) {
    var seen = as(caller, id);
    if (!seen.rights().mayEdit()) throw notEditable(caller, seen);
    return seen.teachingCase();
  }

  /**
   * Reads it to be deleted, or to choose who writes it.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found as above; case.not-editable
   */
  public TeachingCase toManage(Caller caller, CaseId id) {
    var seen = as(caller, id);
    if (!seen.rights().mayManage()) throw notEditable(caller, seen);
    return seen.teachingCase();
  }

  private RuntimeException notEditable(Caller caller, SeenCase seen) {
    var author = seen.teachingCase().author().name();
    return refused(caller, seen, CaseProblem.NOT_EDITABLE, "It belongs to " + author);
  }

  private RuntimeException refused(
      Caller caller, SeenCase seen, CaseProblem problem, String detail) {
    audit.record(
        event(AuditEvent.refused(AuditAction.ACCESS_REFUSED, caller.actor()), seen.teachingCase()));
    return problem.because(detail);
  }

  /** Only asked for where they make a difference. */
  private Ties tiesOf(Caller caller, TeachingCase found) {
    var matters = caller.role() == Role.LEARNER
        || (TeachingCase.mayBeMadeBy(caller) && !found.author().person().equals(caller.person()));
    return matters ? ties.of(caller.person()).to(found.id()) : Ties.NONE;
  }

  /** An event about a case, which its institution's administrators see. */
  static AuditEvent event(AuditEvent event, TeachingCase about) {
    return event
        .ownedBy(about.author().institution().toString())
        .ofCase(about.id().toString());
  }
}
