package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The subspecialty to which a case belongs. */
public enum Category {
  CHEST,
  NEURO,
  MSK,
  ABDOMINAL,
  BREAST,
  CARDIAC,
  PAEDIATRIC,
  VASCULAR,
  NUCLEAR,
  EMERGENCY,
  OTHER;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Category> of(String term) {
    return Arrays.stream(values()).filter(one -> one.term().equals(term)).findFirst();
  }
}
