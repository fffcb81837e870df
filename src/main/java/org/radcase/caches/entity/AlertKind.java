package org.radcase.caches.entity;

import java.util.Locale;

/** What can be wrong with the caches. A constant's term is part of the API. */
public enum AlertKind {
  /** Too many looks of a cache find nothing; a share of 1. */
  HIT_RATE,
  /** Redis is nearly full; bytes. */
  REDIS_MEMORY,
  /** Redis has many clients. */
  REDIS_CLIENTS,
  /** Too much that was asked of Redis failed; a share of 1. */
  REDIS_FAILURES,
  /** Looks into a cache take longer than usual; microseconds. */
  GET_TIME;

  /** As in JSON, such as {@code hit-rate}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether less of it is worse; of all others more is. */
  boolean isBadWhenLow() {
    return this == HIT_RATE;
  }
}
