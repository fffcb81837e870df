package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six core competencies. Source: ACGME Common Program Requirements, section IV.B. */
public enum AcgmeDomain {
  PATIENT_CARE,
  MEDICAL_KNOWLEDGE,
  PRACTICE_BASED_LEARNING_AND_IMPROVEMENT,
  INTERPERSONAL_AND_COMMUNICATION_SKILLS,
  PROFESSIONALISM,
  SYSTEMS_BASED_PRACTICE;

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AcgmeDomain> of(String term) {
    return Arrays.stream(values()).filter(one -> one.term().equals(term)).findFirst();
  }
}
