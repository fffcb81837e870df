package org.radcase.platform.cache;

import java.time.Instant;
import java.util.List;

/** What is known of one entry, without what it holds: that may be somebody's own. */
public record EntryFacts(
    String key,
    String provider,
    long bytes,
    Instant storedAt,
    Instant expiresAt,
    List<String> tags) {
  public EntryFacts {
    tags = List.copyOf(tags);
  }
}
