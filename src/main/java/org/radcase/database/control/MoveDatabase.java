package org.radcase.database.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.database.control.move.MoveJob;
import org.radcase.database.control.move.MoveOrder;
import org.radcase.database.entity.MoveStatus;

/** Lets operators move the data to another database. */
@ApplicationScoped
public class MoveDatabase {
  private final Administrators administrators;
  private final MoveJob job;
  private final Audit audit;

  @Inject
  MoveDatabase(Administrators administrators, MoveJob job, Audit audit) {
    this.administrators = administrators;
    this.job = job;
    this.audit = audit;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public MoveStatus status(Caller caller) {
    administrators.checkOperator(caller);
    return job.status();
  }

  /**
   * Has an order carried out; recorded before, as it may not come back.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; one of move.no-target,
   *     move.target-not-empty, move.wrong-phase, move.not-caught-up, move.writers-busy
   */
  public MoveStatus order(Caller caller, MoveOrder order) {
    administrators.checkOperator(caller);
    audit.record(AuditEvent.done(AuditAction.DATABASE_MOVED, caller.actor()).about(order.term()));
    job.carryOut(order);
    return job.status();
  }
}
