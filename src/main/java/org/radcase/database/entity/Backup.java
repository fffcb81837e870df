package org.radcase.database.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * All data in a folder, or on the way there.
 *
 * @param id when it was begun, as {@code 20261121-134500} in UTC; also the folder's name
 * @param finishedAt empty while it is being made
 * @param product the kind of database it was made of
 * @param schema the version of the tables, as Flyway counts them
 * @param rows done so far, of {@code rowsInAll}
 * @param files done so far, of {@code filesInAll}: those of images
 * @param bytes of all that is done so far
 * @param problem why it failed; what it had written is removed then
 */
public record Backup(
    String id,
    State state,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String product,
    String schema,
    long rows,
    long rowsInAll,
    long files,
    long filesInAll,
    long bytes,
    Optional<String> problem) {
  /** Whether it can be restored. */
  public enum State {
    RUNNING,
    COMPLETE,
    FAILED
  }
}
