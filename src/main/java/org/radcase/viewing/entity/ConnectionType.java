package org.radcase.viewing.entity;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How good a line is, as Chromium estimates it; other browsers don't tell. Source: Network Information
 * API, EffectiveConnectionType.
 */
public enum ConnectionType {
  UNKNOWN("unknown"),
  SLOW_2G("slow-2g"),
  LIKE_2G("2g"),
  LIKE_3G("3g"),
  LIKE_4G("4g");

  private final String term;

  ConnectionType(String term) {
    this.term = term;
  }

  public static Optional<ConnectionType> of(String term) {
    return Stream.of(values()).filter(type -> type.term.equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return term;
  }
}
