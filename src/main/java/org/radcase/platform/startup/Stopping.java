package org.radcase.platform.startup;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.metrics.RequestMetrics;

/**
 * The end of a server, in an order that nobody notices: it says that it is not ready, goes on until
 * load balancers have seen that, and lets everybody have her answer. Thread-safe.
 */
@Direct
public class Stopping {
  private static final Logger LOG = System.getLogger("org.radcase");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final ServingSettings settings;
  private final RequestMetrics requests;
  private volatile boolean begun;

  @Inject
  public Stopping(ServingSettings settings, RequestMetrics requests) {
    this.settings = settings;
    this.requests = requests;
  }

  public boolean hasBegun() {
    return begun;
  }

  /**
   * Says so, and returns when the server may take its port away.
   *
   * @param unsent how many answers the server itself has not sent yet, also those that we are done with
   */
  public void begin(IntSupplier unsent) {
    begun = true;
    LOG.log(
        Level.INFO,
        "RadCase is stopping: not ready from now on, " + requests.active() + " requests to finish");
    var noticed = System.nanoTime() + settings.shutdownNotice().toNanos();
    var end = noticed + settings.shutdownPatience().toNanos();
    while (!isDone(noticed, unsent) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    var left = unfinished(unsent);
    if (left > 0) LOG.log(Level.WARNING, left + " requests took too long to finish; they are cut");
  }

  private boolean isDone(long noticed, IntSupplier unsent) {
    return System.nanoTime() - noticed >= 0 && unfinished(unsent) == 0;
  }

  private long unfinished(IntSupplier unsent) {
    // In this order: what we are done with is the server's by then.
    var active = requests.active();
    return Math.max(active, unsent.getAsInt());
  }
}
