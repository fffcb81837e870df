package org.radcase.cases.entity;

import java.util.Locale;

/** How much of a case somebody sees. */
public enum View {
  /** Not even that it exists. */
  NONE,
  /** What a reader gets before she commits: no answer, by any path. */
  STUDY,
  FULL;

  /** As in JSON and in entity tags. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
