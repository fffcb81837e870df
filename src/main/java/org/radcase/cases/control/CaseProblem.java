package org.radcase.cases.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about a case. */
public enum CaseProblem implements Problem.Kind {
  NOT_FOUND(404, "case.not-found", "No such case"),
  NOT_EDITABLE(403, "case.not-editable", "You may read this case, but not change it"),
  NOT_REVEALED(403, "case.not-revealed", "This comes after you have committed to an answer"),
  NOT_MAKER(403, "case.not-maker", "Your role makes no cases"),
  ALREADY_REVEALED(409, "case.already-revealed", "You have committed to an answer already"),
  NO_CO_AUTHOR(404, "co-author.not-found", "No such co-author"),
  STALE(412, "case.stale", "The case has changed since you read it"),
  NEEDS_IMAGES(409, "case.needs-images", "A published case keeps at least one image");

  private final int status;
  private final String code;
  private final String title;

  CaseProblem(int status, String code, String title) {
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
