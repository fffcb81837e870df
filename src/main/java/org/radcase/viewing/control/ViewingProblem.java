package org.radcase.viewing.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about measurements of the viewer. */
public enum ViewingProblem implements Problem.Kind {
  TOO_MANY(429, "viewing.too-many", "More visits than anybody makes in an hour");

  private final int status;
  private final String code;
  private final String title;

  ViewingProblem(int status, String code, String title) {
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
