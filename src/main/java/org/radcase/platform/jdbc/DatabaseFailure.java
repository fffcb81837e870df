package org.radcase.platform.jdbc;

import java.sql.SQLException;

/** The database refused or failed a statement; the cause tells, for the log only. */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean refusedByConstraint;
  private final boolean full;

  DatabaseFailure(SQLException cause, Dialect dialect) {
    super(cause.getMessage(), cause);
    refusedByConstraint = dialect.refusedByConstraint(cause);
    full = dialect.full(cause);
  }

  /** Whether a unique key or another constraint refused the row. */
  public boolean refusedByConstraint() {
    return refusedByConstraint;
  }

  /** Whether the disk of the database has no room. */
  public boolean full() {
    return full;
  }
}
