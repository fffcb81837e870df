package org.radcase.audit.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.audit.entity.Outcome;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/** Brings records from the spool into the table; while the database is away they wait. */
@ApplicationScoped
public class DrainAudit {
  private static final Logger LOG = System.getLogger("org.radcase.audit");
  private static final long EVERY_SECONDS = 2;
  private static final int BATCH = 500;

  private final AuditSpool spool;
  private final AuditTrail trail;
  private final Audit audit;
  private final ScheduledExecutorService timer = Timers.named("radcase-audit-drain");

  @Inject
  DrainAudit(AuditSpool spool, AuditTrail trail, Audit audit) {
    this.spool = spool;
    this.trail = trail;
    this.audit = audit;
  }

  void begin(@Observes @Priority(9_000) ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(
        this::drainAndLog, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    tidyHourly();
  }

  private void tidyHourly() {
    var unused = timer.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
  }

  /** What is not drained now waits for the next start. */
  @PreDestroy
  void end() {
    timer.shutdown();
    drainAndLog();
  }

  private void drainAndLog() {
    try {
      drain();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Audit records wait in the spool: " + e.getMessage());
    }
  }

  private void tidy() {
    try {
      trail.sealIfFull();
      trail
          .dropOldest()
          .ifPresent(segment -> audit.record(new AuditEvent(
              AuditAction.AUDIT_DROPPED,
              Outcome.SUCCESS,
              null,
              null,
              null,
              null,
              null,
              "segment " + segment)));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Audit segments are sealed later: " + e.getMessage());
    }
  }

  /** Brings in all that has been recorded before this call. */
  public synchronized void drain() throws IOException {
    for (var file : spool.closedFiles()) drain(file);
  }

  private void drain(Path file) throws IOException {
    var batch = new ArrayList<AuditRecord>();
    var torn = 0;
    // By bytes first: a line may be cut in the middle of a character.
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      for (var line : (Iterable<String>) lines::iterator) {
        var audited = SpoolLine.parse(
            new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        if (audited.isEmpty()) torn++;
        else batch.add(audited.get());
        if (batch.size() == BATCH) append(batch);
      }
    }
    append(batch);
    if (torn == 0) {
      Files.delete(file);
    } else {
      // Cut off by the end of the process, so never acknowledged; kept for who wants to look.
      LOG.log(Level.WARNING, torn + " lines of " + file + " are not whole; it is set aside");
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".torn"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void append(List<AuditRecord> batch) {
    if (!batch.isEmpty()) trail.append(batch);
    batch.clear();
  }
}
