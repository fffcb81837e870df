package org.radcase.cases.control.synonyms;

import org.radcase.platform.problem.Problem;

/** What can be wrong about the synonyms. */
public enum SynonymProblem implements Problem.Kind {
  STALE(412, "synonyms.stale", "The synonyms have changed since you read them");

  private final int status;
  private final String code;
  private final String title;

  SynonymProblem(int status, String code, String title) {
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
