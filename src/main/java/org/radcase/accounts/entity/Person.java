package org.radcase.accounts.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param username null for who cannot sign in
 * @param institution null for operators, who belong to none
 * @param revision from 1, one more with every change
 */
public record Person(
    PersonId id,
    @Nullable String username,
    String name,
    Role role,
    @Nullable TraineeLevel traineeLevel,
    @Nullable InstitutionName institution,
    boolean active,
    boolean secondFactor,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    int revision) {
  /** An institution, as far as others show it. */
  public record InstitutionName(InstitutionId id, String name) {}

  public InstitutionId institutionId() {
    return institution == null ? InstitutionId.NONE : institution.id();
  }

  public Caller caller() {
    return new Caller(id, name, institutionId(), role);
  }
}
