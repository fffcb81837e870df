package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.control.CaseDeleted;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;
import org.radcase.reading.entity.Revised;
import org.radcase.studies.control.manifests.Manifests;

/** The layers of cases, written by who may edit the case. */
@ApplicationScoped
class CaseLayers {
  private final ReadCase readCase;
  private final Manifests manifests;
  private final LayerDao dao;
  private final Database database;
  private final Audit audit;

  @Inject
  CaseLayers(ReadCase readCase, Manifests manifests, LayerDao dao, Database database, Audit audit) {
    this.readCase = readCase;
    this.manifests = manifests;
    this.dao = dao;
    this.database = database;
    this.audit = audit;
  }

  /** As it was written, also of frames that are not shown any more. */
  <T> Revised<T> get(CaseId id, Layer<T> layer) {
    return layer.parse(dao.find(id, layer.term()));
  }

  /**
   * Puts another in its place.
   *
   * @param expected whether the caller means this revision
   * @param reading makes the new content, of frames that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; reading.stale
   */
  <T> Revised<T> replace(
      Caller caller,
      CaseId id,
      Layer<T> layer,
      IntPredicate expected,
      Function<ShownFrames, T> reading) {
    var teachingCase = readCase.toEdit(caller, id);
    var content = reading.apply(new ShownFrames(manifests.of(id)));
    var revision = database.transaction(() -> {
      var stored = dao.find(id, layer.term()).revision();
      if (!expected.test(stored) || !dao.replace(id, layer.term(), stored, Json.text(content))) {
        throw ReadingProblem.STALE.because("It is at revision " + stored);
      }
      return stored + 1;
    });
    audit.record(AuditEvent.done(AuditAction.CASE_CHANGED, caller.actor())
        .ownedBy(teachingCase.author().institution().toString())
        .ofCase(id.toString())
        .saying(layer.term()));
    return new Revised<>(revision, content);
  }

  void forget(@Observes CaseDeleted event) {
    dao.remove(event.id());
  }
}
