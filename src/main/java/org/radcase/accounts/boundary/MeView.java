package org.radcase.accounts.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Session;

/** Who one is, as it travels. */
public record MeView(
    String id,
    @Nullable String username,
    String name,
    String role,
    @Nullable String traineeLevel,
    @Nullable InstitutionRef institution,
    boolean secondFactor,
    @Nullable Stay session) {
  /** The session by which one came. */
  public record Stay(String id, Instant createdAt, Instant expiresAt) {}

  static MeView of(Person person, @Nullable Session session) {
    var level = person.traineeLevel();
    return new MeView(
        person.id().toString(),
        person.username(),
        person.name(),
        person.role().term(),
        level == null ? null : level.term(),
        InstitutionRef.of(person.institution()),
        person.secondFactor(),
        session == null ? null : new Stay(session.id(), session.createdAt(), session.expiresAt()));
  }
}
