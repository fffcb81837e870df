package org.radcase.reading.entity;

import java.util.Locale;

/** How good a click is, the best first. */
public enum Verdict {
  FOUND,
  NEAR,
  MISSED;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
