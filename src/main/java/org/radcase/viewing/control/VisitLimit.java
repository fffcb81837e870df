package org.radcase.viewing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.radcase.accounts.entity.PersonId;

/**
 * Keeps one person from drowning the visits of all others. Counted in this process for an hour, by a
 * clock that nobody can set, and never written down: it is all that knows who sends. Thread-safe.
 */
@ApplicationScoped
class VisitLimit {
  static final int MOST = 60;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** A person is forgotten when so many others came after her. */
  private static final int MOST_PEOPLE = 100_000;

  private record Window(long beganNanos, int visits) {}

  private final LongSupplier nanoTime;
  private final Map<PersonId, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<PersonId, Window> eldest) {
      return size() > MOST_PEOPLE;
    }
  };

  @Inject
  VisitLimit() {
    this(System::nanoTime);
  }

  VisitLimit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** @throws org.radcase.platform.problem.Problem viewing.too-many */
  void check(PersonId person) {
    synchronized (windows) {
      var now = nanoTime.getAsLong();
      var window = windows.get(person);
      if (window == null || now - window.beganNanos >= WINDOW.toNanos()) {
        window = new Window(now, 0);
      }
      if (window.visits == MOST) throw tooMany(window.beganNanos + WINDOW.toNanos() - now);
      windows.put(person, new Window(window.beganNanos, window.visits + 1));
    }
  }

  private static RuntimeException tooMany(long waitNanos) {
    var wait = Duration.ofNanos(waitNanos).plusSeconds(1);
    return ViewingProblem.TOO_MANY
        .because("At most " + MOST + " visits an hour are counted")
        .retryAfter(wait);
  }
}
