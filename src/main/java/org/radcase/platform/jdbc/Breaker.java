package org.radcase.platform.jdbc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns borrowers away at once while a database is away. While it is open a thread of its own asks
 * whether the database is back, so that no request has to. Thread-safe.
 */
final class Breaker {
  /** Asks the database something small, with a short limit of its own. */
  @FunctionalInterface
  interface Probe {
    void ask() throws SQLException;
  }

  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  /** Half of the last ten, but at least three: one broken connection is no outage. */
  private static final int WINDOW = 10;

  private static final int FEWEST = 3;
  private static final float HALF = 50;
  private static final long ASK_AGAIN_NANOS = Duration.ofMillis(250).toNanos();

  /** Only should the probe's thread ever fail; it asks far sooner. */
  private static final Duration WITHOUT_PROBE = Duration.ofMinutes(1);

  private final String database;
  private final Probe probe;
  private final CircuitBreaker breaker;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile boolean closed;

  Breaker(String database, Probe probe) {
    this.database = database;
    this.probe = probe;
    breaker = CircuitBreaker.of(
        database,
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(FEWEST)
            .failureRateThreshold(HALF)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(WITHOUT_PROBE)
            .writableStackTraceEnabled(false)
            .build());
    breaker.getEventPublisher().onStateTransition(this::changed);
  }

  /** Whether the database may be asked; who may must say how it ended. */
  boolean lets() {
    return breaker.tryAcquirePermission();
  }

  void succeeded(long nanos) {
    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
  }

  void failed(long nanos, Throwable cause) {
    breaker.onError(nanos, TimeUnit.NANOSECONDS, cause);
  }

  /** It ended in a way that says nothing about the database. */
  void undecided() {
    breaker.releasePermission();
  }

  boolean isClosed() {
    return breaker.getState() == State.CLOSED;
  }

  /** Ends the thread, if it runs. */
  void close() {
    closed = true;
  }

  private void changed(CircuitBreakerOnStateTransitionEvent event) {
    switch (event.getStateTransition().getToState()) {
      case OPEN -> {
        LOG.log(Level.WARNING, "The database " + database + " is away; RadCase asks for it");
        askUntilItAnswers();
      }
      case CLOSED -> LOG.log(Level.INFO, "The database " + database + " answers again");
      default -> {
        // Half open: the probe's own question decides.
      }
    }
  }

  private void askUntilItAnswers() {
    if (!asking.compareAndSet(false, true)) return;
    var thread = new Thread(this::ask, "radcase-probe " + database);
    thread.setDaemon(true);
    thread.start();
  }

  private void ask() {
    try {
      while (!closed && !isClosed()) {
        if (answers()) letIn();
        else LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    } finally {
      asking.set(false);
      // It may have opened again between the last look and now.
      if (!closed && !isClosed()) askUntilItAnswers();
    }
  }

  private boolean answers() {
    try {
      probe.ask();
      return true;
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The database " + database + " is still away: " + e.getMessage());
      return false;
    }
  }

  private void letIn() {
    if (breaker.getState() == State.OPEN) breaker.transitionToHalfOpenState();
    if (breaker.tryAcquirePermission()) breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    else LockSupport.parkNanos(ASK_AGAIN_NANOS);
  }
}
