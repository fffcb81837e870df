package org.radcase.accounts.entity;

import java.util.UUID;

/** An institution: the wall between those who share cases and those who do not. */
public record InstitutionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
