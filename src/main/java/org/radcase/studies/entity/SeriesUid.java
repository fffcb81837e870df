package org.radcase.studies.entity;

/** The UID of a series. Source: PS3.5 §9.1. */
public record SeriesUid(String value) {
  /** @throws IllegalArgumentException if it is not a UID */
  public SeriesUid {
    Uids.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
