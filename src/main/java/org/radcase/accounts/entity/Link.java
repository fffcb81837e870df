package org.radcase.accounts.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address that works once.
 *
 * @param institution null for a set-up, and where an operator is invited or reset
 * @param role whom it invites; null otherwise
 * @param person whose password it sets; null otherwise
 * @param name of whom it is for; may be empty
 * @param madeBy null for the server itself
 */
public record Link(
    String id,
    Kind kind,
    Person.@Nullable InstitutionName institution,
    @Nullable Role role,
    @Nullable TraineeLevel traineeLevel,
    @Nullable PersonId person,
    @Nullable String username,
    String name,
    @Nullable String madeBy,
    Instant createdAt,
    Instant expiresAt) {
  public boolean isOpen(Instant now) {
    return Lifetime.includes(now, createdAt, expiresAt);
  }

  /** What it is for. */
  public enum Kind {
    SET_UP("set-up", Duration.ofDays(7)),
    INVITATION("invitation", Duration.ofDays(7)),
    RESET("reset", Duration.ofHours(24));

    private final String term;
    private final Duration life;

    Kind(String term, Duration life) {
      this.term = term;
      this.life = life;
    }

    public static Optional<Kind> of(String term) {
      return Stream.of(values()).filter(kind -> kind.term.equals(term)).findFirst();
    }

    /** As in JSON and in the database. */
    public String term() {
      return term;
    }

    public Duration life() {
      return life;
    }
  }
}
