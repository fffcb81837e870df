package org.radcase.monitoring.control.alerts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.radcase.monitoring.entity.Alert;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.monitoring.entity.Measure;
import org.radcase.monitoring.entity.Severity;
import org.radcase.monitoring.entity.Watches;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/** Asks all sources for their figures in the background, and warns of what passes its limit. Thread-safe. */
@ApplicationScoped
public class WatchAlerts {
  private static final Logger LOG = System.getLogger("org.radcase.alerts");
  private static final long SECONDS = 10;

  private final List<AlertSource> sources;
  private final AlertBook book;
  private final Webhook webhook;
  private final Clock clock;
  private final ScheduledExecutorService timer = Timers.named("radcase-alerts");

  private volatile Watches watches = Watches.NONE;

  @Inject
  WatchAlerts(@Any Instance<AlertSource> sources, AlertBook book, Webhook webhook, Clock clock) {
    this(sources.stream().toList(), book, webhook, clock);
  }

  WatchAlerts(List<AlertSource> sources, AlertBook book, Webhook webhook, Clock clock) {
    this.sources = List.copyOf(sources);
    this.book = book;
    this.webhook = webhook;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }

  /** Those of this instance that are raised now. */
  public List<Alert> raised() {
    return watches.raised();
  }

  /** For one thread. */
  void look() {
    try {
      var at = clock.instant();
      watches = watches.next(sources.stream().flatMap(it -> measures(it, at)).toList(), at);
      var news = book.take(watches.raised());
      news.forEach(WatchAlerts::tell);
      // Before the webhook, which notes in the row how it went.
      book.write();
      news.forEach(webhook::offer);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Alerts are looked at later: " + e.getMessage());
    }
  }

  private static Stream<Measure> measures(AlertSource source, Instant at) {
    try {
      return source.measure(at).stream();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "Some figures are looked at later: " + e.getMessage());
      return Stream.empty();
    }
  }

  private static void tell(AlertNews news) {
    var alert = news.alert();
    LOG.log(
        levelOf(news),
        "Alert %s, %s: %s of %s; the worst was %.3g, the limit is %.3g"
            .formatted(
                news.turn().term(),
                alert.severity().term(),
                alert.kind(),
                alert.subject(),
                alert.worst(),
                alert.limit()));
  }

  private static Level levelOf(AlertNews news) {
    AlertRecord alert = news.alert();
    if (alert.endedAt() != null) return Level.INFO;
    return alert.severity() == Severity.CRITICAL ? Level.ERROR : Level.WARNING;
  }
}
