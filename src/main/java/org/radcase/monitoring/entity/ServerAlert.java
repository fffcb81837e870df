package org.radcase.monitoring.entity;

import java.util.Locale;

/** What can be wrong with an instance as a whole. */
public enum ServerAlert implements AlertKind {
  /** The 95th percentile of requests; milliseconds. */
  RESPONSE_TIME,
  /** Requests that were answered with a status from 500 on; a share of 1. */
  ERROR_RATE,
  /** Java heap in use after garbage collection; a share of 1. */
  HEAP,
  /** What is free of the disk with {@code radcase.home}; a share of 1. */
  DISK_FREE;

  @Override
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isBadWhenLow() {
    return this == DISK_FREE;
  }
}
