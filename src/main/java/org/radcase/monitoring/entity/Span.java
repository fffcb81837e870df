package org.radcase.monitoring.entity;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back one looks. A constant's term is part of the API. */
public enum Span {
  MINUTES_15("15m", Duration.ofMinutes(15), Step.TEN_SECONDS),
  HOUR("1h", Duration.ofHours(1), Step.TEN_SECONDS),
  HOURS_6("6h", Duration.ofHours(6), Step.MINUTE),
  DAY("24h", Duration.ofDays(1), Step.FIVE_MINUTES),
  DAYS_7("7d", Duration.ofDays(7), Step.HALF_HOUR),
  DAYS_30("30d", Duration.ofDays(30), Step.TWO_HOURS);

  private final String term;
  private final Duration length;
  private final Step step;

  Span(String term, Duration length, Step step) {
    this.term = term;
    this.length = length;
    this.step = step;
  }

  public static Optional<Span> of(String term) {
    return Stream.of(values()).filter(it -> it.term.equals(term)).findFirst();
  }

  public String term() {
    return term;
  }

  public Step step() {
    return step;
  }

  /** How many steps it has. */
  public int steps() {
    return (int) length.dividedBy(step.length());
  }
}
