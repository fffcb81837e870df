package org.radcase.accounts.entity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program signs in by, for its owner. */
public record ApiToken(
    String id,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  public boolean isOpen(Instant now) {
    return Lifetime.includes(now, createdAt, expiresAt);
  }
}
