package org.radcase.accounts.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about who asks, and about people and institutions. */
public enum AccountProblem implements Problem.Kind {
  REQUIRED(401, "auth.required", "Sign in first"),
  FAILED(401, "auth.failed", "Username, password or code is wrong"),
  CODE_NEEDED(401, "auth.code-needed", "The second factor's code is needed"),
  SESSION_NEEDED(403, "auth.session-needed", "API tokens can't do this"),
  SCOPE(403, "token.scope", "The API token lacks the scope"),
  REGISTRATION_CLOSED(403, "auth.registration-closed", "This server takes no registrations"),
  NOT_ADMIN(403, "admin.not-allowed", "This is for administrators"),
  LINK_NOT_FOUND(404, "link.not-found", "The link is used up, expired or wrong"),
  PERSON_NOT_FOUND(404, "person.not-found", "No such person"),
  INSTITUTION_NOT_FOUND(404, "institution.not-found", "No such institution"),
  INVITATION_NOT_FOUND(404, "invitation.not-found", "No such invitation"),
  SESSION_NOT_FOUND(404, "session.not-found", "No such session"),
  TOKEN_NOT_FOUND(404, "token.not-found", "No such API token"),
  NO_SECOND_FACTOR(409, "second-factor.none", "No second factor is being set up"),
  TOO_MANY_TOKENS(409, "token.too-many", "Revoke an API token first"),
  PERSON_STALE(412, "person.stale", "The person has changed since you read it"),
  INSTITUTION_STALE(412, "institution.stale", "The institution has changed since you read it"),
  SLOW_DOWN(429, "auth.slow-down", "Too many attempts"),
  BUSY(503, "auth.busy", "Too many people are signing in");

  private final int status;
  private final String code;
  private final String title;

  AccountProblem(int status, String code, String title) {
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
