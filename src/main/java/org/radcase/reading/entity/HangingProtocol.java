package org.radcase.reading.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to hang a case that the viewer knows by name. A constant's name is kept for years: it never
 * changes.
 */
public enum HangingProtocol {
  /** By modality and number of series. */
  AUTO,
  /** Two series side by side. */
  COMPARE,
  /** One viewport. */
  SINGLE;

  /** As in JSON. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HangingProtocol> of(String term) {
    return Stream.of(values()).filter(protocol -> protocol.term().equals(term)).findFirst();
  }
}
