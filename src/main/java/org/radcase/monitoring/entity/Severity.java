package org.radcase.monitoring.entity;

import java.util.Locale;

/** How bad it is. A constant's term is part of the API. */
public enum Severity {
  /** To be looked at by day. */
  WARNING,
  /** People notice it now. */
  CRITICAL;

  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity of(String term) {
    return valueOf(term.toUpperCase(Locale.ROOT));
  }
}
