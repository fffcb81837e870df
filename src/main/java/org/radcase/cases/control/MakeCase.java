package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.Author;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseTimes;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** Makes a case, which belongs to the caller. */
@ApplicationScoped
public class MakeCase {
  private final Cases cases;
  private final KeepingRule rule;
  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;
  private final Audit audit;

  @Inject
  MakeCase(
      Cases cases, KeepingRule rule, Database database, FreshIds fresh, Clock clock, Audit audit) {
    this.cases = cases;
    this.rule = rule;
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Makes it without images, so it cannot be published from the start.
   *
   * @throws org.radcase.platform.problem.Problem case.not-maker; body.invalid
   */
  public TeachingCase as(Caller caller, CaseContent content) {
    if (!TeachingCase.mayBeMadeBy(caller)) {
      throw CaseProblem.NOT_MAKER.because("The role is " + caller.role().term());
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var made = new TeachingCase(
        new CaseId(fresh.next()),
        1,
        content,
        new Author(caller.person(), caller.name(), caller.institution()),
        new CaseTimes(now, now, null),
        Pictures.NONE);
    database.transaction(() -> {
      rule.check(content, 0);
      cases.add(made);
      return made;
    });
    audit.record(ReadCase.event(AuditEvent.done(AuditAction.CASE_MADE, caller.actor()), made));
    return made;
  }
}
