package org.radcase.database.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.database.control.backup.BackupJob;
import org.radcase.database.control.move.MoveJob;
import org.radcase.database.entity.Backup.State;
import org.radcase.platform.metrics.Jobs;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;

/** Tells monitors of a backup and a move. */
@ApplicationScoped
class DatabaseJobs implements MetricSource {
  private final BackupJob backup;
  private final MoveJob move;

  @Inject
  DatabaseJobs(BackupJob backup, MoveJob move) {
    this.backup = backup;
    this.move = move;
  }

  @Override
  public void measure(Readings readings) {
    var backedUp = backup.last();
    Jobs.tell(
        readings, "backup", backedUp.filter(it -> it.state() == State.RUNNING).isPresent());
    var moved = move.status().move();
    Jobs.tell(
        readings, "database-move", moved.filter(it -> it.phase().isRunning()).isPresent());
  }
}
