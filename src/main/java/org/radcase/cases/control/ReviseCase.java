package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
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

  @Inject
  ReviseCase(ReadCase readCase, Cases cases, KeepingRule rule, Database database, Clock clock) {
    this.readCase = readCase;
    this.cases = cases;
    this.rule = rule;
    this.database = database;
    this.clock = clock;
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
    return database.transaction(() -> {
      var stored = readCase.toEdit(caller, id);
      if (!expected.test(stored.revision())) {
        throw CaseProblem.STALE.because("The case is at revision " + stored.revision());
      }
      var content = change.apply(stored);
      if (content.equals(stored.content())) return stored;
      rule.check(content, stored.pictures().count());
      var next = stored.revised(content, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      cases.revise(next);
      return next;
    });
  }
}
