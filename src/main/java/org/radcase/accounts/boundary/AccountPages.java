package org.radcase.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The pages of accounts and administration, the latter only to those who administer. */
@ApplicationScoped
class AccountPages implements Page {
  private static final Map<String, String> FOR_ALL = Map.of(
      "/sign-in", "sign-in.html",
      "/set-up", "set-up.html",
      "/join", "join.html",
      "/reset", "reset.html",
      "/account", "account.html");

  private record Restricted(String template, Set<Role> roles) {}

  private static final Set<Role> ADMINISTRATORS = Set.of(Role.ADMIN, Role.OPERATOR);

  private static final Map<String, Restricted> RESTRICTED = Map.of(
      "/admin/people", new Restricted("people.html", ADMINISTRATORS),
      "/admin/audit", new Restricted("audit.html", ADMINISTRATORS),
      "/admin/institutions", new Restricted("institutions.html", Set.of(Role.OPERATOR)));

  private final Instance<Caller> caller;

  @Inject
  AccountPages(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    var open = FOR_ALL.get(path);
    if (open != null) return Optional.of(Content.of(open));
    var restricted = RESTRICTED.get(path);
    if (restricted == null) return Optional.empty();
    if (!restricted.roles.contains(caller.get().role())) {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
    return Optional.of(Content.of(restricted.template));
  }
}
