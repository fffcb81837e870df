package org.radcase.it.bench.baseline;

import java.util.Locale;

/** On one figure, beside the recorded one. */
public enum Verdict {
  BETTER,
  SAME,
  WORSE,
  /** Nothing is recorded of it. */
  NEW,
  /** It is recorded, and was not measured. */
  GONE;

  /** Whether somebody has to look at it. */
  boolean fails() {
    return this == WORSE || this == GONE;
  }

  String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
