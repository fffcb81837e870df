package org.radcase.monitoring.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.monitoring.entity.AlertRecord.Acknowledgement;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.paging.Page;

/**
 * An alert, as it travels.
 *
 * @param kind such as response-time; the administrator's guide lists them with their units
 * @param subject what it is of: an instance, a cache, a database, redis
 * @param severity warning or critical; the worst so far
 * @param server the instance that measured it
 * @param since when it was first over its limit
 * @param endedAt null while it is open
 * @param worst the worst figure so far
 * @param limit that it passed
 * @param acknowledgedBy null for nobody
 * @param webhook sent, or failed and why; null if nothing was sent
 */
public record AlertView(
    String id,
    String kind,
    String subject,
    String severity,
    String server,
    Instant since,
    @Nullable Instant endedAt,
    double worst,
    double limit,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable String webhook) {
  /** One page of them. */
  public record AlertPageView(List<AlertView> data, Pagination pagination) {
    static AlertPageView of(Page<AlertRecord> page) {
      return new AlertPageView(page.map(AlertView::of).rows(), Pagination.of(page));
    }
  }

  static AlertView of(AlertRecord alert) {
    var acknowledged = Optional.ofNullable(alert.acknowledged());
    return new AlertView(
        alert.id(),
        alert.kind(),
        alert.subject(),
        alert.severity().term(),
        alert.server(),
        alert.since(),
        alert.endedAt(),
        alert.worst(),
        alert.limit(),
        acknowledged.map(Acknowledgement::at).orElse(null),
        acknowledged.map(Acknowledgement::by).orElse(null),
        alert.notice());
  }
}
