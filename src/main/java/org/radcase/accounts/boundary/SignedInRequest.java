package org.radcase.accounts.boundary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.request.CurrentRequest;

/**
 * By what a request was let in.
 *
 * @param session null for an API token
 */
record SignedInRequest(Caller caller, @Nullable Session session) {
  private static final String ATTRIBUTE = SignedInRequest.class.getName();

  static Optional<SignedInRequest> find(HttpServletRequest request) {
    return Optional.ofNullable((SignedInRequest) request.getAttribute(ATTRIBUTE));
  }

  /** @throws org.radcase.platform.problem.Problem auth.required */
  static SignedInRequest of(HttpServletRequest request) {
    return find(request).orElseThrow(() -> AccountProblem.REQUIRED.because("There is no session"));
  }

  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
    request.setAttribute(Caller.ATTRIBUTE, caller);
    request.setAttribute(CurrentRequest.PERSON, caller.person());
  }
}
