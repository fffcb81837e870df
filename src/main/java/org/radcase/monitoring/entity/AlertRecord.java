package org.radcase.monitoring.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept.
 *
 * @param kind by its term: one of an older or newer release is told as well
 * @param server the instance that measured it
 * @param severity the worst so far
 * @param worst the worst figure so far
 * @param limit that it passed
 * @param toldAt when the instance last said that it goes on
 * @param acknowledged who has seen it; null for nobody
 * @param notice how the webhook took it; null if there is none, or it has not answered yet
 */
public record AlertRecord(
    String id,
    String kind,
    String subject,
    Severity severity,
    String server,
    Instant since,
    double worst,
    double limit,
    Instant toldAt,
    @Nullable Instant endedAt,
    @Nullable Acknowledgement acknowledged,
    @Nullable String notice) {
  /** Who has seen it, and when. */
  public record Acknowledgement(Instant at, String by) {}

  public static AlertRecord of(String id, Alert alert, String server, Instant now) {
    return new AlertRecord(
        id,
        alert.kind().term(),
        alert.subject(),
        alert.severity(),
        server,
        alert.since(),
        alert.value(),
        alert.limit(),
        now,
        null,
        null,
        null);
  }

  /** It goes on. */
  public AlertRecord with(Alert alert, Instant now) {
    var isWorse = alert.severity().compareTo(severity) > 0;
    return new AlertRecord(
        id,
        kind,
        subject,
        isWorse ? alert.severity() : severity,
        server,
        since,
        alert.worseOf(worst),
        isWorse ? alert.limit() : limit,
        now,
        null,
        acknowledged,
        notice);
  }

  public AlertRecord ended(Instant now) {
    return new AlertRecord(
        id, kind, subject, severity, server, since, worst, limit, now, now, acknowledged, notice);
  }
}
