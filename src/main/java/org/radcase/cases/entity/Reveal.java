package org.radcase.cases.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader committed to before she saw the answer.
 *
 * @param differential the most likely first; empty if she gave up
 * @param confidence from 1, a guess, to 5, certain; null if she did not say
 */
public record Reveal(
    CaseId id,
    String title,
    String diagnosis,
    Instant revealedAt,
    List<String> differential,
    @Nullable Integer confidence) {
  public Reveal {
    differential = List.copyOf(differential);
  }
}
