package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.jdbc.Database;

/** Changes what an author wrote: text, status, whom it is for. */
@ApplicationScoped
public class ReviseCase {
  private final ReadCase readCase;
  private final Cases cases;
  private final KeepingRule rule;
  private final Database database;
  private final Clock clock;
  private final Audit audit;

  @Inject
  ReviseCase(
      ReadCase readCase,
      Cases cases,
      KeepingRule rule,
      Database database,
      Clock clock,
      Audit audit) {
    this.readCase = readCase;
    this.cases = cases;
    this.rule = rule;
    this.database = database;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Gives the case new content.
   *
   * @param expected whether the caller means this revision
   * @param change makes the new content of the stored case; pure, as it may run again
   * @return the new revision, or the stored one if the change changed nothing
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; case.stale;
   *     body.invalid, also if something is missing for publishing; and whatever the change throws
   */
  public TeachingCase as(
      Caller caller, CaseId id, IntPredicate expected, Function<TeachingCase, CaseContent> change) {
    var before = new AtomicReference<@Nullable TeachingCase>();
    var after = database.transaction(() -> {
      var stored = readCase.toEdit(caller, id);
      before.set(stored);
      if (!expected.test(stored.revision())) {
        throw CaseProblem.STALE.because("The case is at revision " + stored.revision());
      }
      var content = change.apply(stored);
      if (content.equals(stored.content())) return stored;
      rule.check(content, stored.pictures().count());
      var next = stored.revised(content, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      cases.revise(stored, next);
      return next;
    });
    record(caller, before.get(), after);
    return after;
  }

  private void record(Caller caller, @Nullable TeachingCase before, TeachingCase after) {
    if (before == null || before.revision() == after.revision()) return;
    var was = before.content().sharing();
    var is = after.content().sharing();
    var published = after.content().isPublished() && !before.content().isPublished();
    var action = published ? AuditAction.CASE_PUBLISHED : AuditAction.CASE_CHANGED;
    var event = AuditEvent.done(action, caller.actor());
    if (!was.equals(is)) {
      event = event.saying(
          "status " + is.status().term() + ", visibility " + is.visibility().term());
    }
    audit.record(ReadCase.event(event, after));
  }
}
