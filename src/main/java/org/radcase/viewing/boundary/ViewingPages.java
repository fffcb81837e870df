package org.radcase.viewing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The page of the viewer's figures, for administrators. */
@ApplicationScoped
class ViewingPages implements Page {
  private final Instance<Caller> caller;

  @Inject
  ViewingPages(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    if (!path.equals("/admin/viewer")) return Optional.empty();
    var role = caller.get().role();
    if (role != Role.ADMIN && role != Role.OPERATOR) {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
    return Optional.of(Content.of("speed.html"));
  }
}
