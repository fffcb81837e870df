package org.radcase.accounts.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's stay, from signing in to its end.
 *
 * @param id names it to its owner; it opens nothing
 */
public record Session(
    String id,
    PersonId person,
    Instant createdAt,
    Instant lastSeenAt,
    String address,
    String userAgent) {
  /** It ends when it has not been used for so long. */
  public static final Duration IDLE = Duration.ofHours(24);

  /** And after so long in any case. Source: NIST SP 800-63B-4 §5.2, a month at the most. */
  public static final Duration WHOLE = Duration.ofDays(30);

  public Session seenAt(Instant later) {
    return new Session(id, person, createdAt, later, address, userAgent);
  }

  public boolean isOpen(Instant now) {
    return Lifetime.includes(now, lastSeenAt, expiresAt());
  }

  public Instant expiresAt() {
    var idle = lastSeenAt.plus(IDLE);
    var whole = createdAt.plus(WHOLE);
    return idle.isBefore(whole) ? idle : whole;
  }
}
