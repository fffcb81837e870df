package org.radcase.monitoring.control.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.control.alerts.AlertNews.Turn;
import org.radcase.monitoring.entity.Alert;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.platform.time.FreshIds;

/**
 * The alerts of this instance, from when they are raised until they have ended and are written down. While
 * the database is away they wait here. For one thread.
 */
@ApplicationScoped
class AlertBook {
  private static final Logger LOG = System.getLogger("org.radcase.monitoring");

  /** How often the database is told that an alert goes on. */
  private static final Duration REPEATED = Duration.ofMinutes(1);

  /** An instance that has not said so for so long is no more. */
  private static final Duration BELIEVED = Duration.ofMinutes(5);

  private static final Duration KEPT = Duration.ofDays(90);

  /** Hours of alerts that come and go, while the database is away; later ones are only in the log. */
  private static final int MOST_UNWRITTEN = 1_000;

  private record Open(Alert alert, AlertRecord kept) {}

  private final AlertDao dao;
  private final ThisInstance instance;
  private final FreshIds fresh;
  private final Clock clock;
  private List<Open> open = List.of();
  private final Map<String, AlertRecord> unwritten = new LinkedHashMap<>();
  private Instant repeated = Instant.EPOCH;
  private boolean hasBegun;

  @Inject
  AlertBook(AlertDao dao, ThisInstance instance, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.instance = instance;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** Takes down what is raised now, and says what is new about it. */
  List<AlertNews> take(List<Alert> raised) {
    var now = clock.instant();
    var news = new ArrayList<AlertNews>();
    var next = new ArrayList<Open>();
    for (var alert : raised) {
      var known = open.stream().filter(it -> it.alert().isSameAs(alert)).findFirst();
      if (known.isEmpty()) {
        var kept = AlertRecord.of(fresh.next().toString(), alert, instance.name(), now);
        next.add(new Open(alert, kept));
        news.add(new AlertNews(Turn.RAISED, kept));
        continue;
      }
      var before = known.get().kept();
      var kept = before.with(alert, now);
      next.add(new Open(alert, kept));
      if (kept.severity() != before.severity()) news.add(new AlertNews(Turn.WORSENED, kept));
    }
    for (var gone : open) {
      if (raised.stream().noneMatch(it -> it.isSameAs(gone.alert()))) {
        news.add(new AlertNews(Turn.ENDED, gone.kept().ended(now)));
      }
    }
    open = List.copyOf(next);
    news.forEach(it -> keep(it.alert()));
    return news;
  }

  private void keep(AlertRecord kept) {
    if (unwritten.size() < MOST_UNWRITTEN || unwritten.containsKey(kept.id())) {
      unwritten.put(kept.id(), kept);
    }
  }

  /** Writes down what has not been, and now and then that the open ones go on. */
  void write() {
    var now = clock.instant();
    var isDue = Duration.between(repeated, now).abs().compareTo(REPEATED) >= 0;
    if (isDue) open.forEach(it -> keep(it.kept()));
    if (!isDue && unwritten.isEmpty()) return;
    try {
      // What an earlier run of this instance has left open, it can not end any more.
      if (!hasBegun) dao.endAllOf(instance.name());
      hasBegun = true;
      dao.keep(List.copyOf(unwritten.values()));
      unwritten.clear();
      if (!isDue) return;
      dao.endUntold(now.minus(BELIEVED));
      dao.forget(now.minus(KEPT));
      repeated = now;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Alerts are written down later: " + e.getMessage());
    }
  }
}
