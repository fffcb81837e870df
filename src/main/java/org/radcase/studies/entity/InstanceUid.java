package org.radcase.studies.entity;

/** The UID of an instance. Source: PS3.5 §9.1. */
public record InstanceUid(String value) {
  /** @throws IllegalArgumentException if it is not a UID */
  public InstanceUid {
    Uids.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
