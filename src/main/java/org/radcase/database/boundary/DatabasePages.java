package org.radcase.database.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The page of the databases, for operators. */
@ApplicationScoped
class DatabasePages implements Page {
  private final Instance<Caller> caller;

  @Inject
  DatabasePages(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    if (!path.equals("/admin/database")) return Optional.empty();
    if (caller.get().role() != Role.OPERATOR) {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
    return Optional.of(Content.of("database.html"));
  }
}
