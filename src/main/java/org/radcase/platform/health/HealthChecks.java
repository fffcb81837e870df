package org.radcase.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** All checks, for who may know more than UP or DOWN; the same ones as of MicroProfile Health. */
@ApplicationScoped
public class HealthChecks {
  /** At which of the addresses of MicroProfile Health a check counts. */
  public enum Kind {
    LIVE,
    STARTED,
    READY
  }

  /** How one of them ended. */
  public record Checked(Kind kind, String name, boolean up, Map<String, Object> data) {}

  private final Instance<HealthCheck> checks;

  @Inject
  HealthChecks(@Any Instance<HealthCheck> checks) {
    this.checks = checks;
  }

  /** All of them now, by kind and name. */
  public List<Checked> now() {
    return Stream.of(
            of(Kind.LIVE, checks.select(Liveness.Literal.INSTANCE)),
            of(Kind.STARTED, checks.select(Startup.Literal.INSTANCE)),
            of(Kind.READY, checks.select(Readiness.Literal.INSTANCE)))
        .flatMap(it -> it)
        .sorted(Comparator.comparing(Checked::kind).thenComparing(Checked::name))
        .toList();
  }

  private static Stream<Checked> of(Kind kind, Instance<HealthCheck> some) {
    return some.stream().map(it -> checked(kind, it.call()));
  }

  private static Checked checked(Kind kind, HealthCheckResponse response) {
    return new Checked(
        kind,
        response.getName(),
        response.getStatus() == Status.UP,
        response.getData().orElse(Map.of()));
  }
}
