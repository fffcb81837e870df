package org.radcase.it.bench.baseline;

import java.util.List;

/**
 * What one figure is made of.
 *
 * @param peer what was measured beside it
 * @param values one of each turn
 * @param peers of the peer, in the same turns
 */
public record Turns(
    String group, String name, Unit unit, String peer, List<Double> values, List<Double> peers) {
  public Turns {
    if (values.isEmpty() || values.size() != peers.size()) {
      throw new IllegalArgumentException(name + " has " + values + " beside " + peers);
    }
  }
}
