package org.radcase.accounts.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a learner has come. */
public enum TraineeLevel {
  STUDENT,
  R1,
  R2,
  R3,
  R4,
  R5,
  FELLOW;

  public static Optional<TraineeLevel> of(String term) {
    return Stream.of(values()).filter(level -> level.term().equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
