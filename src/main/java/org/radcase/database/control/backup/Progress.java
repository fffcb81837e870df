package org.radcase.database.control.backup;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.Backup;
import org.radcase.database.entity.Backup.State;

/** How far a backup has come. One thread writes it, others read. */
final class Progress {
  private final String id;
  private final Instant startedAt;
  private volatile String product = "";
  private volatile String schema = "";
  private volatile long rows;
  private volatile long rowsInAll;
  private volatile long files;
  private volatile long filesInAll;
  private volatile long bytes;
  private volatile @Nullable Instant finishedAt;
  private volatile @Nullable String problem;

  Progress(String id, Instant startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  void begun(String itsProduct, String itsSchema, long itsRows) {
    product = itsProduct;
    schema = itsSchema;
    rowsInAll = itsRows;
  }

  void rows(long done) {
    rows = done;
  }

  void filesInAll(long count) {
    filesInAll = count;
  }

  void files(long done) {
    files = done;
  }

  void bytes(long done) {
    bytes = done;
  }

  void finished(Instant when) {
    finishedAt = when;
  }

  void failed(Instant when, String why) {
    problem = why;
    finishedAt = when;
  }

  Backup backup() {
    var end = Optional.ofNullable(finishedAt);
    var why = Optional.ofNullable(problem);
    var state = end.isEmpty() ? State.RUNNING : why.isEmpty() ? State.COMPLETE : State.FAILED;
    return new Backup(
        id, state, startedAt, end, product, schema, rows, rowsInAll, files, filesInAll, bytes, why);
  }
}
