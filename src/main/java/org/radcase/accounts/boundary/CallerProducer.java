package org.radcase.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.radcase.accounts.control.DemoEducator;
import org.radcase.accounts.entity.Caller;

/** Tells a resource who asks. */
@RequestScoped
class CallerProducer {
  private final DemoEducator educator;

  @Inject
  CallerProducer(DemoEducator educator) {
    this.educator = educator;
  }

  @Produces
  Caller caller() {
    return educator.caller();
  }
}
