package org.radcase.monitoring.control.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** Tells administrators of alerts; operators acknowledge them. */
@ApplicationScoped
public class Alerts {
  private static final String ORDER = "-since";

  private final Administrators administrators;
  private final AlertDao dao;
  private final Audit audit;
  private final Clock clock;

  @Inject
  Alerts(Administrators administrators, AlertDao dao, Audit audit, Clock clock) {
    this.administrators = administrators;
    this.dao = dao;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Before anything else of a request is looked at: nobody else learns what is wrong with it.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public void check(Caller caller) {
    administrators.check(caller);
  }

  /**
   * One page, the newest first.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public Page<AlertRecord> page(Caller caller, AlertState state, PageRequest request) {
    administrators.check(caller);
    var total = dao.count(state);
    var after = request.after();
    var most = request.limit() + 1;
    var rows = after == null
        ? dao.list(state, most, request.offset())
        : dao.listAfter(state, Instant.ofEpochMilli(Long.parseLong(after.key())), after.id(), most);
    Function<AlertRecord, String> since = it -> Long.toString(it.since().toEpochMilli());
    return Page.of(rows, total, request, ORDER, since, AlertRecord::id);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(ORDER) && cursor.key().matches("\\d{1,18}");
  }

  /**
   * Notes that somebody has seen it; the first who does so stays.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed, also for admins of an
   *     institution; alert.not-found
   */
  public AlertRecord acknowledge(Caller caller, String id) {
    administrators.checkOperator(caller);
    if (dao.acknowledge(id, clock.instant(), caller.name())) {
      audit.record(
          AuditEvent.done(AuditAction.ALERT_ACKNOWLEDGED, caller.actor()).about(id));
    }
    return dao.find(id)
        .orElseThrow(() -> MonitoringProblem.ALERT_NOT_FOUND.because("No alert " + id));
  }
}
