package org.radcase.platform.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How Redis does, seen from this instance.
 *
 * @param address without user and password
 * @param since when the state began
 * @param trouble why it is away, in one sentence
 * @param info what it says of itself, while it answers
 * @param operations asked of it since the start
 * @param failures of these
 */
public record RedisFigures(
    State state,
    String address,
    Instant since,
    @Nullable String trouble,
    @Nullable Info info,
    long operations,
    long failures) {
  /** Whether it is used. */
  public enum State {
    /** Not configured. */
    OFF,
    /** Looked for, and not there. */
    AWAY,
    CONNECTED
  }

  /**
   * What INFO tells.
   *
   * @param maxMemoryBytes 0 for no limit
   * @param latencyMicros how long a PING takes
   */
  public record Info(
      String version,
      long usedMemoryBytes,
      long maxMemoryBytes,
      long clients,
      long hits,
      long misses,
      long evictedKeys,
      long opsPerSecond,
      long latencyMicros) {}
}
