package org.radcase.database.entity;

import java.util.Locale;
import org.radcase.monitoring.entity.AlertKind;

/** What can be wrong with a database's connections. */
public enum PoolAlert implements AlertKind {
  /** The database does not answer; 1 if so, else 0. */
  DATABASE_AWAY,
  /** Connections in use; a share of 1. */
  POOL_USE,
  /** Threads that wait for a connection. */
  POOL_WAITING,
  /** Borrowers that got no connection in the last minute; 1 if there were any, else 0. */
  POOL_EXHAUSTED;

  @Override
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean isBadWhenLow() {
    return false;
  }
}
