package org.radcase.caches.entity;

import java.util.Locale;
import org.radcase.monitoring.entity.AlertKind;

/** What can be wrong with the caches. A constant's term is part of the API. */
public enum CacheAlert implements AlertKind {
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

  @Override
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isBadWhenLow() {
    return this == HIT_RATE;
  }
}
