package org.radcase.monitoring.control.alerts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which alerts one wants to see. A constant's term is part of the API. */
public enum AlertState {
  OPEN,
  ALL;

  public static Optional<AlertState> of(String term) {
    return Stream.of(values()).filter(it -> it.term().equals(term)).findFirst();
  }

  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
