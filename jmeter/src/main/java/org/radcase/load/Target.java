package org.radcase.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What requests of one name must reach.
 *
 * @param p95Millis the 95th percentile of their times, at the most
 * @param p99Millis the 99th
 * @param errorPercent how many may fail, of 100
 * @param perUser how many there must be at least, a minute and user; 0 if there may be none
 */
record Target(double p95Millis, double p99Millis, double errorPercent, double perUser) {
  @JsonCreator
  static Target read(
      @JsonProperty(value = "p95", required = true) double p95,
      @JsonProperty(value = "p99", required = true) double p99,
      @JsonProperty(value = "errors", required = true) double errors,
      @JsonProperty(value = "perUser", required = true) double perUser) {
    return new Target(p95, p99, errors, perUser);
  }

  /** For a server that is so many times as slow; errors are none the better for it. */
  Target slackened(double times) {
    return new Target(p95Millis * times, p99Millis * times, errorPercent, perUser / times);
  }
}
