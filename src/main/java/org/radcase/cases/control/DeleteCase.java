package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;

/** Deletes a case, and lets those who keep something for it delete that with it. */
@ApplicationScoped
public class DeleteCase {
  private final ReadCase readCase;
  private final Cases cases;
  private final Database database;
  private final Event<CaseDeleted> deleted;
  private final Audit audit;

  @Inject
  DeleteCase(
      ReadCase readCase, Cases cases, Database database, Event<CaseDeleted> deleted, Audit audit) {
    this.readCase = readCase;
    this.cases = cases;
    this.database = database;
    this.deleted = deleted;
    this.audit = audit;
  }

  /**
   * Deletes it.
   *
   * @param expected whether the caller means this revision
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; case.stale
   */
  public void as(Caller caller, CaseId id, IntPredicate expected) {
    var removed = database.transaction(() -> {
      var stored = readCase.toManage(caller, id);
      if (!expected.test(stored.revision())) {
        throw CaseProblem.STALE.because("The case is at revision " + stored.revision());
      }
      deleted.fire(new CaseDeleted(id));
      cases.remove(stored);
      return stored;
    });
    audit.record(
        ReadCase.event(AuditEvent.done(AuditAction.CASE_DELETED, caller.actor()), removed));
  }
}
