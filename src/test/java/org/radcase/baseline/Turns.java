package org.radcase.baseline;

import java.util.List;

/**
 * What one figure is made of. {@code it-tests} reads it as JSON.
 *
 * @param unit of {@code values} and {@code peers}
 * @param peer what is done beside it
 * @param values a mean for each turn
 * @param peers of the peer, in the same turns
 */
public record Turns(
    String group, String name, String unit, String peer, List<Double> values, List<Double> peers) {}
