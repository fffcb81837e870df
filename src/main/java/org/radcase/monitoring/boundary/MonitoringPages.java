package org.radcase.monitoring.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The dashboard, for administrators. */
@ApplicationScoped
class MonitoringPages implements Page {
  private final Instance<Caller> caller;

  @Inject
  MonitoringPages(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    if (!path.equals("/admin/dashboard")) return Optional.empty();
    var role = caller.get().role();
    if (role != Role.ADMIN && role != Role.OPERATOR) {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
    return Optional.of(Content.of("dashboard.html"));
  }
}
