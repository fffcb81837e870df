package org.radcase.studies.entity;

/** The UID of a study. Source: PS3.5 §9.1. */
public record StudyUid(String value) {
  /** @throws IllegalArgumentException if it is not a UID */
  public StudyUid {
    Uids.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
