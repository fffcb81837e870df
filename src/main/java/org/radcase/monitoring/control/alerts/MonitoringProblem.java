package org.radcase.monitoring.control.alerts;

import org.radcase.platform.problem.Problem;

/** What can be wrong about alerts. */
public enum MonitoringProblem implements Problem.Kind {
  ALERT_NOT_FOUND(404, "alert.not-found", "No such alert");

  private final int status;
  private final String code;
  private final String title;

  MonitoringProblem(int status, String code, String title) {
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
