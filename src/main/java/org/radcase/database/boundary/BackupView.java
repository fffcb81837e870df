package org.radcase.database.boundary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.Backup;

/**
 * A backup as it travels.
 *
 * @param id when it was begun, in UTC; also the name of its folder
 * @param state running, complete or failed
 * @param rows done, of {@code rowsInAll}
 * @param files done, of {@code filesInAll}
 * @param bytes of all that is done
 * @param seconds that it took; null while it is being made
 * @param problem why it failed
 */
public record BackupView(
    String id,
    String state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Long seconds,
    String product,
    String schema,
    long rows,
    long rowsInAll,
    long files,
    long filesInAll,
    long bytes,
    @Nullable String problem) {

  /**
   * All of them, as they travel.
   *
   * @param folder where they lie on the server
   */
  public record BackupsView(String folder, List<BackupView> data) {}

  static BackupView of(Backup backup) {
    var finished = backup.finishedAt();
    return new BackupView(
        backup.id(),
        backup.state().name().toLowerCase(Locale.ROOT),
        backup.startedAt(),
        finished.orElse(null),
        finished
            .map(end -> (Long) Duration.between(backup.startedAt(), end).toSeconds())
            .orElse(null),
        backup.product(),
        backup.schema(),
        backup.rows(),
        backup.rowsInAll(),
        backup.files(),
        backup.filesInAll(),
        backup.bytes(),
        backup.problem().orElse(null));
  }
}
