package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.control.CaseDeleted;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.studies.entity.SeriesUid;

/** Takes images off a case; those that no other case shows are removed with their files. */
@ApplicationScoped
public class RemoveImages {
  private final Database database;
  private final ReadCase readCase;
  private final ShownDao shown;
  private final Covers covers;
  private final Audit audit;

  @Inject
  RemoveImages(Database database, ReadCase readCase, ShownDao shown, Covers covers, Audit audit) {
    this.database = database;
    this.readCase = readCase;
    this.shown = shown;
    this.covers = covers;
    this.audit = audit;
  }

  /**
   * Takes a series off.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, case.not-editable,
   *     case.needs-images; series.not-found
   */
  public void ofSeries(Caller caller, CaseId id, SeriesUid series) {
    audit.record(database.transaction(() -> {
      var teachingCase = readCase.toEdit(caller, id);
      var study = shown
          .studyOf(id, series)
          .orElseThrow(() -> StudyProblem.NO_SERIES.because("No series " + series));
      hide(id, shown.shownBy(id, series));
      covers.chooseFor(id);
      return AuditEvent.done(AuditAction.STUDY_REMOVED, caller.actor())
          .ownedBy(teachingCase.author().institution().toString())
          .ofCase(id.toString())
          .ofStudy(study.value())
          .about(series.value());
    }));
  }

  void ofDeleted(@Observes CaseDeleted event) {
    hide(event.id(), shown.shownBy(event.id()));
  }

  private void hide(CaseId id, List<String> instances) {
    instances.forEach(instance -> shown.hide(id, instance));
  }
}
