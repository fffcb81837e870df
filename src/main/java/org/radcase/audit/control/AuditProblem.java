package org.radcase.audit.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong with the audit trail. */
public enum AuditProblem implements Problem.Kind {
  UNAVAILABLE(503, "audit.unavailable", "What would happen now could not be recorded");

  private final int status;
  private final String code;
  private final String title;

  AuditProblem(int status, String code, String title) {
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
