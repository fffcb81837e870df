package org.radcase.platform.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is at this moment.
 *
 * @param answers whether the database is there, as far as is known
 * @param inUse connections that RadCase has borrowed
 * @param waiting threads that wait for one
 * @param idle connections that nobody has; null if the server's pool does not tell
 * @param most connections that the server's pool gives; null if it does not tell
 * @param waitP50Micros how long the last thousand borrowers waited, half of them at the most
 * @param waitP95Micros the same for 95 of 100
 * @param borrowed connections, since the start
 * @param statements sent, since the start
 * @param transactions committed since the start
 * @param retries of reads and transactions, since the start
 * @param lost connections that broke in use, since the start
 * @param exhaustions borrowers that got none because all were in use, since the start
 * @param exhausted whether that happened within the last minute
 * @param leaks connections that somebody has had for longer than any work of RadCase takes
 * @param damage what is damaged in the file; null if nothing is, as far as is known
 * @param logBytes size of SQLite's write-ahead log when it was looked at last, in bytes
 */
public record PoolFigures(
    String name,
    @Nullable String product,
    boolean answers,
    int inUse,
    int waiting,
    @Nullable Integer idle,
    @Nullable Integer most,
    long waitP50Micros,
    long waitP95Micros,
    long borrowed,
    long statements,
    long transactions,
    long retries,
    long lost,
    long exhaustions,
    boolean exhausted,
    List<HeldConnection> leaks,
    @Nullable String damage,
    long logBytes) {
  public PoolFigures {
    leaks = List.copyOf(leaks);
  }
}
