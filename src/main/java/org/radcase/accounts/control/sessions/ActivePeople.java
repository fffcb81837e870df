package org.radcase.accounts.control.sessions;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;

/** How many people are here, on this instance; never who. Thread-safe. */
@Direct
public class ActivePeople implements MetricSource {
  public static final Metric ACTIVE = new Metric(
      "radcase_people_active", Unit.NONE, "People who asked for something in the last 5 minutes");
  static final Duration LATELY = Duration.ofMinutes(5);

  private final Clock clock;

  /** By who there is; forgotten when she has been away for long. */
  private final Map<PersonId, Long> lastSeen = new ConcurrentHashMap<>();

  @Inject
  ActivePeople(Clock clock) {
    this.clock = clock;
  }

  /** She has asked for something. */
  public void note(PersonId person) {
    lastSeen.put(person, clock.millis());
  }

  @Override
  public void measure(Readings readings) {
    var since = clock.millis() - LATELY.toMillis();
    lastSeen.values().removeIf(seen -> seen < since);
    readings.level(ACTIVE, lastSeen.size());
  }
}
