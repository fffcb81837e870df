package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.FreshIds;

/** The institutions of this server. */
@ApplicationScoped
public class Institutions {
  /** As many as somebody who registers can choose from. */
  private static final int MOST_OPEN = 1000;

  private final InstitutionDao dao;
  private final Changes changes;
  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;

  @Inject
  Institutions(
      InstitutionDao dao, Changes changes, Database database, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.changes = changes;
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** Those of the given ids that are institutions of this server. */
  public Set<InstitutionId> knownOf(Collection<InstitutionId> ids) {
    return ids.isEmpty() ? Set.of() : dao.knownOf(ids);
  }

  /** @throws Problem institution.not-found */
  public Institution get(InstitutionId id) {
    return dao.find(id)
        .orElseThrow(() -> AccountProblem.INSTITUTION_NOT_FOUND.because("No institution " + id));
  }

  /** All of them, by name. */
  public Page<Institution> page(PageRequest request) {
    return dao.page(request);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(InstitutionDao.ORDER);
  }

  /** Those whose learner anybody may become, by name. */
  public List<Institution> open() {
    return dao.open(MOST_OPEN);
  }

  public long peopleOf(InstitutionId id) {
    return dao.peopleOf(id);
  }

  /**
   * Adds one, in the transaction that is open.
   *
   * @param pointer of the name in the body, for the fault
   * @throws Problem body.invalid with institution.name-taken
   */
  public Institution add(String name, String pointer) {
    return database.transaction(() -> {
      if (dao.find(name).isPresent()) throw taken(pointer);
      var id = new InstitutionId(fresh.next());
      dao.add(id, name, clock.millis());
      return get(id);
    });
  }

  /** Makes sure that there is one of that id. */
  public void ensure(InstitutionId id, String name) {
    dao.add(id, name, clock.millis());
  }

  /**
   * Keeps what has changed of one.
   *
   * @param next with a revision one above the stored one
   * @throws Problem institution.stale; body.invalid with institution.name-taken
   */
  public Institution change(Institution next) {
    return database.transaction(() -> {
      if (dao.find(next.name()).filter(other -> !other.id().equals(next.id())).isPresent()) {
        throw taken("/name");
      }
      if (!dao.change(next)) {
        throw AccountProblem.INSTITUTION_STALE.because("Read the institution again");
      }
      changes.of(AccountTags.INSTITUTIONS);
      return get(next.id());
    });
  }

  private static Problem taken(String pointer) {
    return HttpProblem.INVALID
        .because("One field has a fault")
        .with(List.of(
            new Problem.Fault(pointer, "institution.name-taken", "There is one of that name")));
  }
}
