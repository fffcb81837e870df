package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.audit.entity.Outcome;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.FreshIds;

/** Takes what has happened into the trail. Thread-safe. */
@ApplicationScoped
public class Audit implements MetricSource {
  private static final Metric RECORDS = new Metric(
      "radcase_audit_records",
      Unit.NONE,
      "What the audit trail has taken: sign-ins, uploads, readings, refusals and so on",
      "action",
      "outcome");

  /** Source: the contract, section 7. */
  private static final Duration ONE_READING = Duration.ofMinutes(15);

  /** More people at more studies in that time than a server has; beyond, some are recorded twice. */
  private static final int MOST_READINGS = 100_000;

  /** Equal only to itself. */
  private static final class Reading {
    private final long at;
    private final CompletableFuture<@Nullable Void> kept = new CompletableFuture<>();

    Reading(long at) {
      this.at = at;
    }
  }

  private record Kind(AuditAction action, Outcome outcome) {}

  private final AuditSpool spool;
  private final FreshIds fresh;
  private final Clock clock;
  private final ConcurrentHashMap<Kind, LongAdder> counts = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Reading> readings = new ConcurrentHashMap<>();

  @Inject
  Audit(AuditSpool spool, FreshIds fresh, Clock clock) {
    this.spool = spool;
    this.fresh = fresh;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    record(new AuditEvent(
        AuditAction.SERVER_STARTED, Outcome.SUCCESS, null, null, null, null, null, null));
  }

  /**
   * Records it; durable on this machine when it returns. The request's id and the client's address
   * are taken from the current request.
   *
   * @throws org.radcase.platform.problem.Problem audit.unavailable (503) if it cannot be kept
   */
  public void record(AuditEvent event) {
    var request = CurrentRequest.get();
    spool.add(AuditRecord.of(
        event, fresh.next().toString(), clock.millis(), request.address(), request.id()));
    var kind = new Kind(event.action(), event.outcome());
    counts.computeIfAbsent(kind, it -> new LongAdder()).increment();
  }

  @Override
  public void measure(Readings readings) {
    counts.forEach((kind, count) -> readings.total(
        RECORDS, count.sum(), kind.action().term(), kind.outcome().term()));
  }

  /**
   * Records that a study was read, unless the same person's reading of the same study was recorded
   * in the last 15 minutes. To be called before the first byte goes out.
   *
   * @throws org.radcase.platform.problem.Problem audit.unavailable (503) if it cannot be kept
   */
  public void recordReading(AuditEvent reading) {
    var now = clock.millis();
    var key = keyOf(reading);
    var mine = new Reading(now);
    var kept =
        readings.compute(key, (same, last) -> last == null || !isRecent(last, now) ? mine : last);
    if (!kept.equals(mine)) {
      if (!isKept(kept)) record(reading);
      return;
    }
    try {
      forgetOld(now);
      record(reading);
      mine.kept.complete(null);
    } catch (RuntimeException e) {
      readings.remove(key, mine);
      mine.kept.completeExceptionally(e);
      throw e;
    }
  }

  private static String keyOf(AuditEvent reading) {
    var actor = reading.actor();
    return reading.action() + "|" + (actor == null ? "" : actor.id()) + "|" + reading.studyUid();
  }

  private static boolean isRecent(Reading reading, long now) {
    return Math.abs(now - reading.at) < ONE_READING.toMillis();
  }

  private static boolean isKept(Reading reading) {
    try {
      reading.kept.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private void forgetOld(long now) {
    if (readings.size() < MOST_READINGS) return;
    readings.values().removeIf(reading -> !isRecent(reading, now));
    if (readings.size() >= MOST_READINGS) readings.clear();
  }
}
