package org.radcase.caches.control;

import java.time.Instant;
import java.util.Optional;

/**
 * Fired by who fills the caches, at the beginning and at the end.
 *
 * @param finishedAt empty while it is running
 * @param cases read so far
 * @param lists read so far
 * @param failures what could not be read; the log says why
 */
public record WarmUpReported(
    State state,
    Instant startedAt,
    Optional<Instant> finishedAt,
    int cases,
    int lists,
    int failures) {
  /** Whether it is at work. */
  public enum State {
    RUNNING,
    DONE
  }
}
