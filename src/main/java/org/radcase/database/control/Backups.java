package org.radcase.database.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.database.control.backup.BackupFolder;
import org.radcase.database.control.backup.BackupJob;
import org.radcase.database.control.backup.BackupProblem;
import org.radcase.database.entity.Backup;
import org.radcase.database.entity.Backup.State;

/** Lets operators make backups and see which there are. */
@ApplicationScoped
public class Backups {
  private final Administrators administrators;
  private final BackupJob job;
  private final BackupFolder folder;
  private final Audit audit;

  @Inject
  Backups(Administrators administrators, BackupJob job, BackupFolder folder, Audit audit) {
    this.administrators = administrators;
    this.job = job;
    this.folder = folder;
    this.audit = audit;
  }

  /**
   * All that can be restored, and before them the one that is being made or has failed last.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public List<Backup> all(Caller caller) throws IOException {
    administrators.checkOperator(caller);
    var all = new ArrayList<Backup>();
    job.last().filter(last -> last.state() != State.COMPLETE).ifPresent(all::add);
    all.addAll(folder.complete());
    return all;
  }

  /** Where they lie. */
  public Path folder() {
    return folder.path();
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; backup.not-found */
  public Backup one(Caller caller, String id) throws IOException {
    administrators.checkOperator(caller);
    var last = job.last().filter(it -> it.id().equals(id));
    if (last.isPresent()) return last.get();
    return folder.find(id).orElseThrow(() -> BackupProblem.NOT_FOUND.because("No backup " + id));
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; backup.running, .no-folder */
  public Backup make(Caller caller) {
    administrators.checkOperator(caller);
    var begun = job.begin();
    audit.record(AuditEvent.done(AuditAction.BACKUP_MADE, caller.actor()).about(begun.id()));
    return begun;
  }
}
