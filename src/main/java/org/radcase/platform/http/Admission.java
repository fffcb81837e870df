package org.radcase.platform.http;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.metrics.Count;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;

/**
 * Knows who is in the house, and decides who may come in. A crowd that passes in a second is none; as
 * long as it stays, what can wait is sent away, reports first and reading last. Who lets the server wait
 * takes room and is no work. Decision 17. Thread-safe.
 */
@Direct
public class Admission {
  private static final Metric REFUSED = new Metric(
      "radcase_http_requests_refused",
      Unit.NONE,
      "Requests that were refused because there was too much to do, or because they were too slow",
      "reason",
      "priority");

  /** Why a request is not let in, or not let go on. */
  enum Reason {
    /** All room is taken. */
    FULL("full"),
    /** There is too much work for one of its kind. */
    BUSY("busy"),
    /** It is nearly full, and half of that is of the same address. */
    ADDRESS("address"),
    /** Its body comes too slowly. */
    SLOW_BODY("slow-body");

    private final String term;

    Reason(String term) {
      this.term = term;
    }

    String term() {
      return term;
    }
  }

  private static final long PASSING_NANOS = Duration.ofSeconds(1).toNanos();

  private final int most;
  private final Meters meters;
  private final Set<Presence> inside = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();

  private final LongSupplier nanoTime;

  /** When it was last no crowd. */
  private volatile long quietAt;

  @Inject
  Admission(ServingSettings settings, Meters meters) {
    this(settings.mostRequests(), meters, System::nanoTime);
  }

  Admission(int most, Meters meters, LongSupplier nanoTime) {
    this.most = most;
    this.meters = meters;
    this.nanoTime = nanoTime;
    quietAt = nanoTime.getAsLong();
    // A series that is not there looks like one that cannot be.
    for (var priority : Priority.values()) {
      for (var reason : Reason.values()) {
        if (priority != Priority.WATCHING) counted(reason, priority);
      }
    }
  }

  /** Lets a request in, or says why not. Who was let in leaves by {@link #leave}. */
  Optional<Reason> enter(Presence request, Priority priority) {
    // Counted afterwards: who is being refused takes nobody's place. Some who come at once may be
    // too many.
    var before = count.get();
    if (before < quiet()) {
      quietAt = nanoTime.getAsLong();
    } else {
      var refused = refused(request, priority, before);
      if (refused.isPresent()) {
        counted(refused.get(), priority).increment();
        return refused;
      }
    }
    count.incrementAndGet();
    inside.add(request);
    return Optional.empty();
  }

  private Optional<Reason> refused(Presence request, Priority priority, int before) {
    var waiting = 0;
    var ofAddress = 1;
    for (var other : inside) {
      if (other.waitsForClient()) waiting++;
      if (other.address().equals(request.address())) ofAddress++;
    }
    // At once: threads that are gone are gone, and an address that is one classroom has less.
    if (before >= most * 7 / 8 && ofAddress >= most / 2) return Optional.of(Reason.ADDRESS);
    if (nanoTime.getAsLong() - quietAt < PASSING_NANOS) return Optional.empty();
    // The last places are for addresses that have few.
    var isFull = before >= most && ofAddress >= most / 8;
    if (isFull || before >= most * 11 / 10) return Optional.of(Reason.FULL);
    return before - waiting >= roomFor(priority) ? Optional.of(Reason.BUSY) : Optional.empty();
  }

  private int quiet() {
    return most / 4;
  }

  private int roomFor(Priority priority) {
    return switch (priority) {
      case WATCHING, READING -> Integer.MAX_VALUE;
      case LISTS -> most / 2;
      case REPORTS -> quiet();
    };
  }

  /** Whether there is a crowd, so that nobody should wait for politeness. */
  boolean isPressed() {
    return count.get() >= quiet();
  }

  void tooSlow(Priority priority) {
    counted(Reason.SLOW_BODY, priority).increment();
  }

  void leave(Presence request) {
    inside.remove(request);
    count.decrementAndGet();
  }

  private Count counted(Reason reason, Priority priority) {
    return meters.count(REFUSED, reason.term(), priority.term());
  }
}
