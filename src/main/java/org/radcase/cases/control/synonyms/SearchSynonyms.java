package org.radcase.cases.control.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntPredicate;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.Synonyms;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.jdbc.Database;

/** Gives searches their synonyms, and lets the operator edit them. */
@ApplicationScoped
public class SearchSynonyms {
  /** What is kept of searches ends by it. */
  public static final String TAG = "synonyms";

  private final SynonymDao dao;
  private final Administrators administrators;
  private final Audit audit;
  private final Changes changes;
  private final Database database;

  @Inject
  SearchSynonyms(
      SynonymDao dao,
      Administrators administrators,
      Audit audit,
      Changes changes,
      Database database) {
    this.dao = dao;
    this.administrators = administrators;
    this.audit = audit;
    this.changes = changes;
    this.database = database;
  }

  /** Those of the words of a search. */
  public Synonyms of(Search search) {
    var keys = search.keys();
    return keys.isEmpty() ? Synonyms.NONE : new Synonyms(dao.groupsWith(keys));
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public SynonymList read(Caller caller) {
    administrators.checkOperator(caller);
    return dao.all();
  }

  /**
   * Puts others in the place of all of them.
   *
   * @param expected whether the caller means this revision
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; synonyms.stale
   */
  public SynonymList replace(Caller caller, IntPredicate expected, List<List<String>> groups) {
    administrators.checkOperator(caller);
    var stored = dao.all().revision();
    if (!expected.test(stored) || !replaced(stored, groups)) {
      throw SynonymProblem.STALE.because("They are at revision " + dao.all().revision());
    }
    audit.record(AuditEvent.done(AuditAction.SYNONYMS_CHANGED, caller.actor())
        .about(groups.size() + " groups"));
    return dao.all();
  }

  private boolean replaced(int revision, List<List<String>> groups) {
    return database.transaction(() -> {
      changes.of(TAG);
      return dao.replace(revision, groups);
    });
  }
}
