package org.radcase.platform.cache;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The caches, by their JCache names; each has a life, a share of the memory, and keys of its own. */
public enum CacheName {
  SESSIONS("session:", Duration.ofHours(24), 8),
  CASES("case:", Duration.ofHours(1), 16),
  DICOM_METADATA("dicom:case:", Duration.ofHours(1), 32),
  THUMBNAILS("thumbnails:", Duration.ofHours(24), 16),
  WINDOW_LEVELS("window_levels:", Duration.ofHours(6), 2),
  CASE_SEARCH("case_search:", Duration.ofHours(6), 8),
  USER_PROGRESS("user_progress:", Duration.ofHours(6), 4),
  RESPONSES("api:", Duration.ofMinutes(15), 64);

  private final String prefix;
  private final Duration life;
  private final int mebibytes;

  CacheName(String prefix, Duration life, int mebibytes) {
    this.prefix = prefix;
    this.life = life;
    this.mebibytes = mebibytes;
  }

  public static Optional<CacheName> of(String term) {
    return Stream.of(values()).filter(name -> name.term().equals(term)).findFirst();
  }

  /** As JCache, JMX and administrators know it. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** With what its keys begin. */
  public String prefix() {
    return prefix;
  }

  /** How long an entry is kept at the most. */
  public Duration life() {
    return life;
  }

  /** The most that it keeps in the process, in bytes; what they mean comes on top, once somebody has read it. */
  public long maxBytes() {
    return (long) mebibytes << 20;
  }
}
