package org.radcase.platform.metrics;

import java.util.List;

/**
 * A thing that is measured, without its value.
 *
 * @param name without the unit; it begins with {@code radcase_} and its group
 * @param labels by which its series differ. Their values come from small fixed sets: never an id, a
 *     name or a text of a person
 */
public record Metric(String name, Unit unit, String description, List<String> labels) {
  /** In what it is told. Source: Prometheus, base units. */
  public enum Unit {
    NONE(""),
    SECONDS("_seconds"),
    BYTES("_bytes");

    private final String suffix;

    Unit(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final String PREFIX = "radcase_";

  public Metric {
    if (!name.matches(PREFIX + "[a-z]+(_[a-z0-9]+)+")) {
      throw new IllegalArgumentException("Not the name of a metric: " + name);
    }
    labels = List.copyOf(labels);
  }

  public Metric(String name, Unit unit, String description, String... labels) {
    this(name, unit, description, List.of(labels));
  }

  /** Such as {@code http}. */
  public String group() {
    return name.substring(PREFIX.length(), name.indexOf('_', PREFIX.length()));
  }

  /** The name with its unit, as Prometheus has it, but for the {@code _total} of what is counted. */
  public String nameWithUnit() {
    return name + unit.suffix;
  }
}
