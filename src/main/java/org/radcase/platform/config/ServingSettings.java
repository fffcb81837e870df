package org.radcase.platform.config;

import java.time.Duration;

/**
 * What an administrator may set of how requests are served and told of, by MicroProfile Config names.
 *
 * @param logFormat how lines of the log look
 * @param slowRequest requests that take longer have a line in the log
 * @param shutdownNotice how long a server that stops still takes new requests
 * @param shutdownPatience how long it then waits for those that have begun
 * @param mostRequests how many requests are worked on at once before some are refused
 */
public record ServingSettings(
    LogFormat logFormat,
    Duration slowRequest,
    Duration shutdownNotice,
    Duration shutdownPatience,
    int mostRequests) {
  /** How a line of the log looks. */
  public enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs: an object a line. */
    JSON
  }
}
