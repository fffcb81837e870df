package org.radcase.platform.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A database that follows the main one by means of its own. How far it is behind is seen by a row
 * that is written to the main one: whatever it follows, and however, an old row tells that it must
 * not be asked. Thread-safe.
 */
public final class Replica {
  /** What a report may lack. */
  static final Duration MOST_LAG = Duration.ofSeconds(5);

  private static final long UNKNOWN = -1;
  private static final String BEAT =
      """
      INSERT INTO database_heartbeat (id, at) VALUES (1, ?)
      ON CONFLICT (id) DO UPDATE SET at = excluded.at""";
  private static final String LAST = "SELECT at FROM database_heartbeat WHERE id = 1";

  private final Pool pool;
  private volatile long lagMillis = UNKNOWN;
  private volatile long measuredAt;

  Replica(Pool pool) {
    this.pool = pool;
  }

  public Pool pool() {
    return pool;
  }

  /**
   * Writes to the main database and looks what has come through; every second or so.
   *
   * @throws org.radcase.platform.problem.Problem database.unavailable, if one of them is away
   * @throws DatabaseFailure if one of them lacks the table
   */
  public void measure(Database main, Clock clock) {
    lagMillis = UNKNOWN;
    main.write(sql -> sql.update(BEAT, clock.millis()));
    var seen = pool.<OptionalLong>read(sql ->
        sql.first(LAST, row -> OptionalLong.of(row.getLong(1))).orElse(OptionalLong.empty()));
    if (seen.isEmpty()) return;
    measuredAt = System.nanoTime();
    lagMillis = Math.max(0, clock.millis() - seen.getAsLong());
  }

  /** How far it was behind when it was asked last, in milliseconds; empty if it is not known. */
  public OptionalLong lagMillis() {
    var known = lagMillis;
    return known == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** Whether reports may be read there. */
  public boolean isFresh() {
    var known = lagMillis;
    return known != UNKNOWN
        && known <= MOST_LAG.toMillis()
        && System.nanoTime() - measuredAt < MOST_LAG.toNanos()
        && pool.answers();
  }
}
