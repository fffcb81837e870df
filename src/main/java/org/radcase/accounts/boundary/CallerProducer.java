package org.radcase.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.radcase.accounts.entity.Caller;

/** Tells a resource who asks: the one whom the sign-in filter has let in. */
@RequestScoped
class CallerProducer {
  private final HttpServletRequest request;

  @Inject
  CallerProducer(HttpServletRequest request) {
    this.request = request;
  }

  /** @throws org.radcase.platform.problem.Problem auth.required */
  @Produces
  Caller caller() {
    return SignedInRequest.of(request).caller();
  }
}
