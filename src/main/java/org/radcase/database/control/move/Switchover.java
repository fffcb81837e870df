package org.radcase.database.control.move;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.jdbc.DatabaseRole;
import org.radcase.platform.jdbc.DatabaseRole.Kind;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.problem.Problem;

/**
 * Makes the database that follows the one that has the data. Readers go on; writers wait. The other
 * database's word that it is active, committed, is the moment of the switch: before it a crash
 * leaves everything as it was, after it as it shall be.
 */
final class Switchover {
  private static final Logger LOG = System.getLogger("org.radcase.database");

  /** For those who write when it begins. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** For the last of the journal, so that the whole pause stays within a second. */
  private static final Duration CATCHING_UP = Duration.ofMillis(400);

  private static final long ASK_AGAIN_NANOS = 100_000_000;

  private final Database database;
  private final Pool from;
  private final Pool to;
  private final Carrier carrier;

  Switchover(Database database, Pool from, Pool to, Carrier carrier) {
    this.database = database;
    this.from = from;
    this.to = to;
    this.carrier = carrier;
  }

  /** What the other database takes on besides its role, in the same transaction. */
  @FunctionalInterface
  interface TakingOver {
    void on(Sql sql) throws SQLException;
  }

  /**
   * Switches; returns how long writers waited, in milliseconds.
   *
   * @throws Problem move.writers-busy, move.not-caught-up; nothing has changed then
   */
  long run(TakingOver takingOver) {
    var start = System.nanoTime();
    var failure = new AtomicReference<@Nullable RuntimeException>();
    var alone = database.switchMain(PATIENCE, () -> {
      try {
        return change(takingOver);
      } catch (RuntimeException e) {
        failure.set(e);
        return from;
      }
    });
    if (!alone) throw MoveProblem.WRITERS_BUSY.because("Try again when they have finished");
    var failed = failure.get();
    if (failed != null) throw failed;
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private Pool change(TakingOver takingOver) {
    var epoch = from.read(DatabaseRole::read).epoch();
    setRole(from, Kind.SWITCHING, epoch);
    try {
      catchUp();
    } catch (RuntimeException e) {
      setRole(from, Kind.ACTIVE, epoch);
      throw e;
    }
    try {
      to.write(sql -> {
        takingOver.on(sql);
        new DatabaseRole(Kind.ACTIVE, epoch + 1).write(sql);
        return true;
      });
    } catch (DatabaseFailure | Problem e) {
      if (hasTakenOver(epoch)) return to;
      setRole(from, Kind.ACTIVE, epoch);
      throw e;
    }
    return to;
  }

  private void catchUp() {
    var end = System.nanoTime() + CATCHING_UP.toNanos();
    while (!carrier.catchUp()) {
      if (System.nanoTime() > end) {
        throw MoveProblem.NOT_CAUGHT_UP.because("Try again when less is being written");
      }
    }
  }

  /** Whether a commit that was not answered has happened; only the other database knows. */
  private boolean hasTakenOver(long epoch) {
    while (true) {
      try {
        var role = to.read(DatabaseRole::read);
        return role.kind() == Kind.ACTIVE && role.epoch() > epoch;
      } catch (DatabaseFailure | Problem e) {
        LOG.log(Level.WARNING, "Writers wait: " + to.name() + " does not say whether it took over");
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    }
  }

  private static void setRole(Pool pool, Kind kind, long epoch) {
    pool.write(sql -> {
      new DatabaseRole(kind, epoch).write(sql);
      return true;
    });
  }
}
