package org.radcase.monitoring.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How finely measurements are kept, and for how long: of each about 360 for an instance. */
public enum Step {
  TEN_SECONDS(Duration.ofSeconds(10), Duration.ofHours(1)),
  MINUTE(Duration.ofMinutes(1), Duration.ofHours(6)),
  FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(1)),
  HALF_HOUR(Duration.ofMinutes(30), Duration.ofDays(7)),
  TWO_HOURS(Duration.ofHours(2), Duration.ofDays(30));

  private final Duration length;
  private final Duration shown;

  Step(Duration length, Duration shown) {
    this.length = length;
    this.shown = shown;
  }

  public Duration length() {
    return length;
  }

  /** Those that began before are not needed any more: neither shown, nor to be added up. */
  public Instant forgottenBefore(Instant now) {
    var needed = next().map(Step::length).orElse(length);
    return beginningOf(now.minus(shown).minus(needed));
  }

  /** The beginning of the step in which a time is. */
  public Instant beginningOf(Instant at) {
    var millis = at.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, length.toMillis()));
  }

  /** The longer one that these add up to. */
  public Optional<Step> next() {
    return switch (this) {
      case TEN_SECONDS -> Optional.of(MINUTE);
      case MINUTE -> Optional.of(FIVE_MINUTES);
      case FIVE_MINUTES -> Optional.of(HALF_HOUR);
      case HALF_HOUR -> Optional.of(TWO_HOURS);
      case TWO_HOURS -> Optional.empty();
    };
  }
}
