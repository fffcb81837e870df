package org.radcase.studies.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/**
 * Removes the files of instances that are gone, after the transaction that removed them: a file
 * cannot be rolled back. Each stays for one more round: a request that found its instance just before
 * has opened the file by then, and an open file can be read to its end.
 */
@ApplicationScoped
class SweepBlobs {
  private static final Logger LOG = System.getLogger("org.radcase.storage");
  private static final long EVERY_SECONDS = 60;

  private final BlobSweepDao dao;
  private final BlobStore blobs;
  private final BlobLocks locks;
  private final Renderings renderings;
  private Set<String> notedBefore = Set.of();
  private final ScheduledExecutorService timer = Timers.named("radcase-sweep");

  @Inject
  SweepBlobs(BlobSweepDao dao, BlobStore blobs, BlobLocks locks, Renderings renderings) {
    this.dao = dao;
    this.blobs = blobs;
    this.locks = locks;
    this.renderings = renderings;
  }

  void begin(@Observes ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(
        this::sweepAndLog, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdown();
  }

  private void sweepAndLog() {
    try {
      sweep();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The sweep of removed files goes on later", e);
    }
  }

  /** By one thread at a time. */
  void sweep() throws IOException {
    var noted = dao.noted();
    for (var sha256 : noted) {
      if (!notedBefore.contains(sha256)) continue;
      if (!blobs.unlessHeld(() -> locks.holding(sha256, () -> sweep(sha256)))) return;
    }
    notedBefore = Set.copyOf(noted);
  }

  private String sweep(String sha256) throws IOException {
    if (!dao.isInUse(sha256)) {
      blobs.remove(sha256);
      renderings.remove(sha256);
    }
    dao.forget(sha256);
    return sha256;
  }
}
