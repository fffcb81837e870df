package org.radcase.database.entity;

import java.util.Locale;

/** How far a move to another database has come. */
public enum MovePhase {
  /** Rows that were there before are carried over, and the writes of meanwhile. */
  COPYING,
  /** All rows are compared. */
  VERIFYING,
  /** Both are the same; writes follow within a second. */
  READY,
  /** The other database has the data now; the old one follows. */
  SWITCHED,
  /** The old database has the data again. */
  ROLLED_BACK,
  /** The old database is an archive. */
  FINISHED,
  /** Given up before the switch. */
  CANCELLED;

  /** As in JSON and in the database, such as {@code rolled-back}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** @throws IllegalArgumentException if it is none */
  public static MovePhase ofTerm(String term) {
    return valueOf(term.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether writes are carried over in it. */
  public boolean isRunning() {
    return switch (this) {
      case COPYING, VERIFYING, READY, SWITCHED -> true;
      case ROLLED_BACK, FINISHED, CANCELLED -> false;
    };
  }
}
