package org.radcase.database.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.database.control.ReadDatabases.State;
import org.radcase.platform.jdbc.HeldConnection;
import org.radcase.platform.jdbc.PoolFigures;
import org.radcase.platform.jdbc.Replica;

/**
 * The databases as they travel.
 *
 * @param main the name of the database that has the data
 * @param replica null if there is none
 */
public record DatabaseView(String main, List<PoolView> pools, @Nullable ReplicaView replica) {

  /**
   * A pool; what it does not tell is null.
   *
   * @param state up, away or unused
   * @param waitP50Millis half of the last thousand borrowers waited so long at the most
   * @param waitP95Millis 95 of 100 of them waited so long at the most
   * @param exhausted whether within the last minute somebody got no connection
   * @param damage what is damaged in the file
   * @param logBytes size of SQLite's write-ahead log
   */
  public record PoolView(
      String name,
      @Nullable String product,
      String state,
      int inUse,
      int waiting,
      @Nullable Integer idle,
      @Nullable Integer most,
      double waitP50Millis,
      double waitP95Millis,
      long borrowed,
      long statements,
      long transactions,
      long retries,
      long lost,
      long exhaustions,
      boolean exhausted,
      List<LeakView> leaks,
      @Nullable String damage,
      long logBytes) {
    static PoolView of(PoolFigures pool) {
      return new PoolView(
          pool.name(),
          pool.product(),
          stateOf(pool),
          pool.inUse(),
          pool.waiting(),
          pool.idle(),
          pool.most(),
          pool.waitP50Micros() / 1e3,
          pool.waitP95Micros() / 1e3,
          pool.borrowed(),
          pool.statements(),
          pool.transactions(),
          pool.retries(),
          pool.lost(),
          pool.exhaustions(),
          pool.exhausted(),
          pool.leaks().stream().map(LeakView::of).toList(),
          pool.damage(),
          pool.logBytes());
    }

    private static String stateOf(PoolFigures pool) {
      if (!pool.answers()) return "away";
      return pool.product() == null ? "unused" : "up";
    }
  }

  /** A connection that a thread has had for too long, and where that thread is. */
  public record LeakView(String thread, long heldSeconds, List<String> stack) {
    static LeakView of(HeldConnection held) {
      return new LeakView(held.thread(), held.held().toSeconds(), held.stack());
    }
  }

  /**
   * The replica.
   *
   * @param lagMillis how far it is behind; null if it is not known
   * @param used whether reports are read there
   */
  public record ReplicaView(@Nullable Long lagMillis, boolean used) {
    static ReplicaView of(Replica replica) {
      var lag = replica.lagMillis();
      return new ReplicaView(lag.isPresent() ? (Long) lag.getAsLong() : null, replica.isFresh());
    }
  }

  static DatabaseView of(State state) {
    return new DatabaseView(
        state.main(),
        state.pools().stream().map(PoolView::of).toList(),
        state.replica().map(ReplicaView::of).orElse(null));
  }
}
