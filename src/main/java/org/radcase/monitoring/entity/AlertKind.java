package org.radcase.monitoring.entity;

/** What can be wrong. Each feature has kinds of its own; their terms are part of the API. */
public interface AlertKind {
  /** As in JSON, such as {@code hit-rate}. */
  String term();

  /** Whether less of it is worse; of most, more is. */
  boolean isBadWhenLow();
}
