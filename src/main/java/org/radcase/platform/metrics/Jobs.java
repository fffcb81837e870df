package org.radcase.platform.metrics;

import org.radcase.platform.metrics.Metric.Unit;

/** The metric of work in the background, which several features have. */
public final class Jobs {
  public static final Metric RUNNING = new Metric(
      "radcase_jobs_running",
      Unit.NONE,
      "Whether work in the background is going on: 1 or 0",
      "job");

  private Jobs() {}

  /** Tells whether a job is going on. */
  public static void tell(Readings readings, String job, boolean running) {
    readings.level(RUNNING, running ? 1 : 0, job);
  }
}
