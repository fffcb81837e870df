package org.radcase.platform.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something that may hang, and answers in time all the same: by what it saw before, until the
 * look has lasted so long that it hangs. One look at a time. Thread-safe.
 */
public final class Probe {
  private static final Logger LOG = System.getLogger("org.radcase.health");

  /**
   * How a probe goes about it.
   *
   * @param keeps how long a finding counts; zero to look each time
   * @param patience how long who asks waits for a new finding, before she gets the last one
   * @param hangs how long a look may last
   */
  public record Pace(Duration keeps, Duration patience, Duration hangs) {}

  private record Look(long begun, CompletableFuture<Finding> found) {}

  private final String name;
  private final Pace pace;
  private final Supplier<Finding> looking;
  private final Executor threads;
  private final AtomicBoolean well = new AtomicBoolean(true);
  private @Nullable Look look;
  private volatile @Nullable Finding last;

  Probe(String name, Pace pace, Supplier<Finding> looking, Executor threads) {
    this.name = name;
    this.pace = pace;
    this.looking = looking;
    this.threads = threads;
  }

  /** How it is, in the words of MicroProfile Health. */
  public HealthCheckResponse response() {
    var finding = finding();
    var response = HealthCheckResponse.named(name).status(finding.up());
    finding.data().forEach(response::withData);
    return response.build();
  }

  Finding finding() {
    var current = current();
    try {
      // Who comes later to a look that lasts has nothing to wait for.
      var left = pace.patience().toNanos() - (System.nanoTime() - current.begun);
      return current.found.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return unanswered(System.nanoTime() - current.begun);
    } catch (ExecutionException e) {
      return Finding.down("It could not be looked at");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.down("The server stops");
    }
  }

  private Finding unanswered(long nanos) {
    if (nanos > pace.hangs().toNanos()) {
      return note(
          Finding.down("No answer for " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " seconds"));
    }
    var known = last;
    return known == null ? Finding.down("The first look is not over") : known;
  }

  private synchronized Look current() {
    var known = look;
    var now = System.nanoTime();
    if (known != null
        && (!known.found.isDone() || now - known.begun < pace.keeps().toNanos())) {
      return known;
    }
    var fresh = new Look(now, CompletableFuture.supplyAsync(this::see, threads));
    look = fresh;
    return fresh;
  }

  private Finding see() {
    Finding found;
    try {
      found = looking.get();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, name, e);
      found = Finding.down("It failed: " + e.getClass().getSimpleName());
    }
    last = found;
    return note(found);
  }

  /** Asked every few seconds: a line for each outage and one for its end are enough. */
  private Finding note(Finding found) {
    if (well.getAndSet(found.up()) != found.up()) {
      if (found.up()) LOG.log(Level.INFO, "Health: " + name + " is UP again");
      else LOG.log(Level.WARNING, "Health: " + name + " is DOWN " + found.data());
    }
    return found;
  }
}
