package org.radcase.studies.entity;

import java.util.List;
import java.util.Optional;

/**
 * The windows at which a series can be looked at, in modality units.
 *
 * @param standard the one at which it is shown first; none for colour
 * @param named those of its header, in its order
 */
public record WindowLevels(Optional<Level> standard, List<Level> named) {
  /**
   * One of them. Source: PS3.3 C.11.2.1.2.
   *
   * @param function the defined term of VOI LUT Function
   * @param explanation as its author calls it, or empty
   */
  public record Level(double center, double width, String function, String explanation) {}

  public WindowLevels {
    named = List.copyOf(named);
  }
}
