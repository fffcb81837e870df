package org.radcase.reading.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about annotations, display and key findings. */
public enum ReadingProblem implements Problem.Kind {
  STALE(412, "reading.stale", "It has changed since you read it"),
  NO_ATTEMPTS_LEFT(409, "key-findings.no-attempts-left", "You have no attempts left at this case");

  private final int status;
  private final String code;
  private final String title;

  ReadingProblem(int status, String code, String title) {
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
