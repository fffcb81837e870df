package org.radcase.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.health.HealthChecks;
import org.radcase.platform.health.HealthChecks.Checked;

/** Tells everybody whether the server is well, and administrators what is not. */
@ApplicationScoped
public class ReadHealth {
  private final HealthChecks checks;

  /**
   * How it is.
   *
   * @param checks empty for who may not know more
   */
  public record Health(boolean up, List<Checked> checks) {}

  @Inject
  ReadHealth(HealthChecks checks) {
    this.checks = checks;
  }

  /** @param caller null for a stranger */
  public Health now(@Nullable Caller caller) {
    var all = checks.now();
    var up = all.stream().allMatch(Checked::up);
    return new Health(up, mayKnowMore(caller) ? all : List.of());
  }

  private static boolean mayKnowMore(@Nullable Caller caller) {
    return caller != null && (caller.role() == Role.ADMIN || caller.role() == Role.OPERATOR);
  }
}
