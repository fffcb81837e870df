package org.radcase.database.control.backup;

import org.radcase.platform.problem.Problem;

/** What can be wrong about backups. */
public enum BackupProblem implements Problem.Kind {
  NOT_FOUND(404, "backup.not-found", "There is no such backup"),
  RUNNING(409, "backup.running", "A backup is being made"),
  NO_FOLDER(503, "backup.no-folder", "The folder of backups cannot be written");

  private final int status;
  private final String code;
  private final String title;

  BackupProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
