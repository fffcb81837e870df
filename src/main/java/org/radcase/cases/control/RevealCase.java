package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseRights;
import org.radcase.cases.entity.Reveal;
import org.radcase.cases.entity.SeenCase;
import org.radcase.cases.entity.Ties;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/** A reader commits to an answer and sees the truth, in one act, once. */
@ApplicationScoped
public class RevealCase {
  private final ReadCase readCase;
  private final RevealDao dao;
  private final Database database;
  private final Clock clock;

  @Inject
  RevealCase(ReadCase readCase, RevealDao dao, Database database, Clock clock) {
    this.readCase = readCase;
    this.dao = dao;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps what she commits to, and gives her the case as she sees it from then on.
   *
   * @param differential the most likely first; empty if she gives up
   * @throws org.radcase.platform.problem.Problem case.not-found; case.already-revealed
   */
  public SeenCase as(
      Caller caller, CaseId id, List<String> differential, @Nullable Integer confidence) {
    return database.transaction(() -> {
      var seen = readCase.as(caller, id);
      if (!dao.add(id, caller.person(), differential, confidence, clock.millis())) {
        throw CaseProblem.ALREADY_REVEALED.because("What you said first is kept");
      }
      return revealed(caller, seen);
    });
  }

  private static SeenCase revealed(Caller caller, SeenCase seen) {
    if (seen.isFull()) return seen;
    var found = seen.teachingCase();
    return new SeenCase(found, CaseRights.of(caller, found, new Ties(false, true)));
  }

  /** Her own commitments, the latest first; to these cases only, if any are given. */
  public Page<Reveal> page(Caller caller, Collection<CaseId> ids, PageRequest request) {
    return dao.page(caller, ids, request);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(RevealDao.ORDER) && cursor.key().matches("\\d{1,15}");
  }

  void forget(@Observes CaseDeleted event) {
    dao.remove(event.id());
  }
}
