package org.radcase.caches.entity;

/**
 * How long a look into a cache usually takes: at first the mean of all readings, after some hours a
 * mean of which each four hours replace half. It goes on while an alert is raised, so that what
 * stays slower becomes the usual by and by.
 *
 * @param provider another one makes it begin anew
 * @param micros in microseconds
 * @param readings that have made it
 */
record Usual(String provider, double micros, int readings) {
  /** Of readings ten seconds apart, in four hours: 0.5 = (1 - pace) ^ 1440. */
  private static final double PACE = 0.00048;

  /** Five minutes: fewer say nothing of what is usual. */
  private static final int ENOUGH = 30;

  static Usual of(String provider) {
    return new Usual(provider, 0, 0);
  }

  boolean isKnown() {
    return readings >= ENOUGH;
  }

  Usual with(double measured) {
    // A plain mean as long as that weighs a reading more than the pace does.
    var weight = Math.max(1.0 / (readings + 1), PACE);
    return new Usual(provider, micros + weight * (measured - micros), (int)
        Math.min(Integer.MAX_VALUE - 1L, readings + 1L));
  }
}
