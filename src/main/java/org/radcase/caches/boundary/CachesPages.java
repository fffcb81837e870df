package org.radcase.caches.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The page of the caches, for operators. */
@ApplicationScoped
class CachesPages implements Page {
  private final Instance<Caller> caller;

  @Inject
  CachesPages(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    if (!path.equals("/admin/caches")) return Optional.empty();
    if (caller.get().role() != Role.OPERATOR) {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
    return Optional.of(Content.of("caches.html"));
  }
}
