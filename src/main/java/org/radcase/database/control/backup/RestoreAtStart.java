package org.radcase.database.control.backup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.audit.entity.Outcome;
import org.radcase.platform.config.Settings;
import org.radcase.platform.startup.ServerStarting;

/** Restores the backup that {@code radcase.restore} names, before anything else looks at the data. */
@ApplicationScoped
class RestoreAtStart {
  private static final Logger LOG = System.getLogger("org.radcase.database");

  /** Names the backup, so that a start that is told to restore it again does not. */
  private static final String MARK = "restored";

  private final Settings settings;
  private final RestoreBackup restore;
  private final Audit audit;
  private volatile RestoreBackup.@Nullable Restored restored;

  @Inject
  RestoreAtStart(Settings settings, RestoreBackup restore, Audit audit) {
    this.settings = settings;
    this.restore = restore;
    this.audit = audit;
  }

  void restore(@Observes @Priority(0) ServerStarting event) throws IOException {
    var wanted = settings.restore();
    if (wanted.isEmpty()) return;
    var mark = settings.home().resolve(MARK);
    if (isRestored(mark, wanted.get())) {
      LOG.log(Level.INFO, "radcase.restore has been done; take the setting away");
      return;
    }
    LOG.log(Level.INFO, "The backup in " + wanted.get() + " is being restored");
    var start = System.nanoTime();
    var done = restore.from(wanted.get());
    Files.writeString(mark, done.id());
    restored = done;
    var took = Duration.ofNanos(System.nanoTime() - start);
    LOG.log(
        Level.INFO,
        "Restored the backup " + done.id() + " in " + took.toMillis() + " ms: " + done.rows()
            + " rows, " + done.files() + " files, " + done.bytes()
            + " bytes; rows, files and audit trail are as they were");
  }

  private static boolean isRestored(Path mark, Path wanted) throws IOException {
    var manifest = Manifest.of(wanted);
    return Files.exists(mark)
        && manifest.isPresent()
        && Files.readString(mark).equals(manifest.get().id());
  }

  /** When the trail is open, which it is not before the restore. */
  void record(@Observes @Priority(9_200) ServerStarting event) {
    var done = restored;
    if (done == null) return;
    audit.record(new AuditEvent(
        AuditAction.BACKUP_RESTORED,
        Outcome.SUCCESS,
        null,
        null,
        null,
        null,
        done.id(),
        done.rows() + " rows, " + done.files() + " files"));
  }
}
