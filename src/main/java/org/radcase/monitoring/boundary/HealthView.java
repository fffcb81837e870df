package org.radcase.monitoring.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcase.monitoring.control.ReadHealth.Health;
import org.radcase.platform.health.HealthChecks.Checked;

/**
 * How the server is.
 *
 * @param status UP or DOWN
 * @param checks for administrators and operators only
 */
public record HealthView(
    String status, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckView> checks) {
  /**
   * One check.
   *
   * @param kind live, started or ready: at which address of {@code /health} it counts
   * @param data what it saw; {@code warning} is for people, {@code because} says why it is DOWN
   */
  public record CheckView(String name, String kind, String status, Map<String, Object> data) {
    private static CheckView of(Checked checked) {
      return new CheckView(
          checked.name(),
          checked.kind().name().toLowerCase(Locale.ROOT),
          statusOf(checked.up()),
          checked.data());
    }
  }

  static HealthView of(Health health) {
    return new HealthView(
        statusOf(health.up()), health.checks().stream().map(CheckView::of).toList());
  }

  private static String statusOf(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
