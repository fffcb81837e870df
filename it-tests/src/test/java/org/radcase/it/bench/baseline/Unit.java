package org.radcase.it.bench.baseline;

import com.fasterxml.jackson.annotation.JsonValue;

/** Of a figure; it says whether more is better. */
public enum Unit {
  REQUESTS_A_SECOND("requests/s"),
  FILES_A_SECOND("files/s"),
  MILLIS("ms"),
  MICROS("µs");

  private final String term;

  Unit(String term) {
    this.term = term;
  }

  /** As JSON and people know it. */
  @JsonValue
  public String term() {
    return term;
  }

  /** How good a value is beside its peer's: 1 is as good, more is better. */
  double ratio(double value, double peer) {
    return this == MILLIS || this == MICROS ? peer / value : value / peer;
  }
}
