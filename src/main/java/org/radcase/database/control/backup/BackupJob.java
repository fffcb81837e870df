package org.radcase.database.control.backup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.Backup;
import org.radcase.database.entity.Backup.State;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.problem.Problem;

/** Makes one backup at a time, in a thread of its own. Thread-safe. */
@ApplicationScoped
public class BackupJob {
  private static final Logger LOG = System.getLogger("org.radcase.database");
  private static final long SECONDS_TO_END = 10;

  private final WriteBackup write;
  private final BackupFolder folder;
  private final Clock clock;
  private @Nullable Progress last;
  private @Nullable Thread running;

  @Inject
  public BackupJob(WriteBackup write, BackupFolder folder, Clock clock) {
    this.write = write;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Begins a backup.
   *
   * @throws Problem backup.running; server.unavailable if its folder cannot be made
   */
  public synchronized Backup begin() {
    if (last().filter(it -> it.state() == State.RUNNING).isPresent()) {
      throw BackupProblem.RUNNING.because("Wait until it is complete");
    }
    var made = newFolder();
    var progress = new Progress(BackupFolder.idOf(made), clock.instant());
    last = progress;
    var thread = new Thread(() -> run(made, progress), "radcase-backup");
    thread.setDaemon(true);
    thread.start();
    running = thread;
    return progress.backup();
  }

  private Path newFolder() {
    try {
      return folder.begin(clock.instant());
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The folder of backups cannot be written: " + e);
      throw BackupProblem.NO_FOLDER.because(
          DurableFiles.isFull(e) ? "Its disk is full" : "The log says why");
    }
  }

  private void run(Path made, Progress progress) {
    try {
      write.into(made, progress);
      progress.finished(clock.instant());
      LOG.log(Level.INFO, "The backup " + BackupFolder.idOf(made) + " is complete");
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "The backup " + BackupFolder.idOf(made) + " failed", e);
      progress.failed(clock.instant(), reason(e));
    }
  }

  /** What an operator may be told; the log has the rest. */
  private static String reason(Exception e) {
    if (e instanceof IOException broken && DurableFiles.isFull(broken)) {
      return "The disk of the backups is full; what was written is removed";
    }
    if (e instanceof Problem || e instanceof DatabaseFailure) return "The database failed";
    return "A file could not be read or written; the log says which";
  }

  /** The one that is being made, or was made last, since the start of the server. */
  public synchronized Optional<Backup> last() {
    return Optional.ofNullable(last).map(Progress::backup);
  }

  /** A backup that is being made does not get ready; what it wrote is removed by the next. */
  @PreDestroy
  synchronized void end() {
    if (running == null) return;
    running.interrupt();
    try {
      running.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
