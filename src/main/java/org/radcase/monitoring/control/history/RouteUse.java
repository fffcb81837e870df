package org.radcase.monitoring.control.history;

import org.radcase.platform.metrics.Distribution;

/**
 * How a route was used.
 *
 * @param errors requests that were answered with a status from 500 on
 */
public record RouteUse(Distribution times, long errors) {
  static final RouteUse NONE = new RouteUse(Distribution.NOTHING, 0);

  RouteUse plus(RouteUse other) {
    return new RouteUse(times.plus(other.times), errors + other.errors);
  }

  RouteUse since(RouteUse earlier) {
    return new RouteUse(times.since(earlier.times), errors - earlier.errors);
  }
}
