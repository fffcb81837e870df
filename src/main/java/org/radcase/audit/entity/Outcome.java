package org.radcase.audit.entity;

import java.util.Locale;

/** How it ended. Source: PS3.15 A.5.2, Event Outcome Indicator. */
public enum Outcome {
  SUCCESS,
  /** Not allowed, or the wrong password. */
  REFUSED,
  /** Allowed, and went wrong. */
  FAILED;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
