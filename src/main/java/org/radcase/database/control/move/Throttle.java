package org.radcase.database.control.move;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Gives way to readers: the longer they wait for the database, the longer a move rests. */
final class Throttle {
  private static final Duration LEAST = Duration.ofMillis(2);
  private static final Duration MOST = Duration.ofSeconds(1);

  /** Below this nobody notices. */
  private static final long UNNOTICED_NANOS = 2_000_000;

  private final LongSupplier readNanos;
  private final long usualNanos;
  private Duration rest = LEAST;

  /** @param readNanos how long reads take lately */
  Throttle(LongSupplier readNanos) {
    this.readNanos = readNanos;
    usualNanos = Math.max(UNNOTICED_NANOS, readNanos.getAsLong());
  }

  /** How long to rest before the next batch. */
  Duration next() {
    var slow = readNanos.getAsLong() > 2 * usualNanos;
    var wanted = slow ? rest.multipliedBy(2) : rest.dividedBy(2);
    rest = wanted.compareTo(MOST) > 0 ? MOST : wanted.compareTo(LEAST) < 0 ? LEAST : wanted;
    return rest;
  }
}
