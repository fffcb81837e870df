package org.radcase.viewing.entity;

import java.util.Map;

/**
 * What one visit of a case was like.
 *
 * @param values those that its browser could measure
 */
public record Visit(Device device, ConnectionType connection, Map<Measure, Integer> values) {
  public Visit {
    values = Map.copyOf(values);
  }
}
