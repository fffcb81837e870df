package org.radcase.accounts.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;

/** What a one-time link is for, to who has it. */
public record LinkView(
    String kind,
    @Nullable InstitutionRef institution,
    @Nullable String role,
    @Nullable String traineeLevel,
    @Nullable String name,
    @Nullable String username,
    Instant expiresAt) {
  static LinkView of(Link link) {
    return new LinkView(
        link.kind().term(),
        InstitutionRef.of(link.institution()),
        term(link.role()),
        term(link.traineeLevel()),
        link.name().isEmpty() ? null : link.name(),
        link.username(),
        link.expiresAt());
  }

  static @Nullable String term(@Nullable Role role) {
    return role == null ? null : role.term();
  }

  static @Nullable String term(@Nullable TraineeLevel level) {
    return level == null ? null : level.term();
  }
}
