package org.radcase.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.time.Timings;

/**
 * Says of requests that took long where their time went. Never what was asked for or sent: addresses
 * have templates, people their ids. Thread-safe.
 */
@Direct
public class SlowRequests {
  private static final Logger LOG = System.getLogger("org.radcase.slow");

  private final long longestNanos;
  private final RequestMetrics metrics;

  @Inject
  SlowRequests(ServingSettings settings, RequestMetrics metrics) {
    longestNanos = settings.slowRequest().toNanos();
    this.metrics = metrics;
  }

  /** A request has ended on this thread. */
  void ended(HttpServletRequest request, int status, long nanos) {
    if (nanos <= longestNanos) return;
    var own = nanos - Timings.databaseNanos() - Timings.cacheNanos() - Timings.clientNanos();
    @Nullable Object person = request.getAttribute(CurrentRequest.PERSON);
    LOG.log(
        Level.WARNING,
        "Slow: " + metrics.nameOf(request.getMethod(), RequestPath.of(request)) + " -> " + status
            + " in " + millis(nanos) + ": database " + millis(Timings.databaseNanos()) + " ("
            + Timings.statements() + " statements), cache " + millis(Timings.cacheNanos())
            + ", client " + millis(Timings.clientNanos()) + ", else " + millis(Math.max(0, own))
            + "; person " + (person == null ? "-" : person));
  }

  private static String millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis() + " ms";
  }
}
