package org.radcase.platform.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** The database refused or failed a statement; the cause tells, for the log only. */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMinutes(1);

  private final boolean refusedByConstraint;
  private final boolean full;
  private final boolean damaged;

  DatabaseFailure(SQLException cause, Dialect dialect) {
    super(cause.getMessage(), cause);
    refusedByConstraint = dialect.refusedByConstraint(cause);
    full = dialect.full(cause);
    damaged = dialect.damaged(cause);
  }

  /** Whether a unique key or another constraint refused the row. */
  public boolean refusedByConstraint() {
    return refusedByConstraint;
  }

  /** Whether the disk of the database has no room. */
  public boolean full() {
    return full;
  }

  /** What a client may be told of it: nothing but that the disk is full, if it is. */
  public Optional<Problem> problem() {
    return full
        ? Optional.of(HttpProblem.DISK_FULL
            .because("The database has no room for it")
            .retryAfter(UNTIL_THERE_IS_ROOM))
        : Optional.empty();
  }

  /** Whether the database's file is damaged. */
  public boolean damaged() {
    return damaged;
  }
}
