package org.radcase.monitoring.control.history;

import org.radcase.monitoring.entity.Step;
import org.radcase.platform.metrics.GivenMetrics;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.ProcessMetrics;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.testing.TurnableClock;

/** The last minutes of a server that does as a test tells. */
public final class GivenLastMinutes {
  private final TurnableClock clock = new TurnableClock();
  private final Meters meters = GivenMetrics.meters();
  private final RecentSamples recent = new RecentSamples();
  private final TakeSamples take = new TakeSamples(meters, recent, clock);

  public LastMinutes lastMinutes() {
    return new LastMinutes(recent);
  }

  public Meters meters() {
    return meters;
  }

  public void answers(int requests, long nanos, String status) {
    var timing = meters.timing(
        RequestMetrics.DURATION, "/api/cases", "GET", status, status.charAt(0) + "xx");
    for (var i = 0; i < requests; i++) timing.add(nanos);
  }

  public void heapAfterCollection(double bytes, double most) {
    GivenMetrics.level(meters, ProcessMetrics.HEAP_AFTER_GC, bytes);
    GivenMetrics.level(meters, ProcessMetrics.HEAP_MOST, most);
  }

  public void disk(double freeBytes, double sizeBytes) {
    GivenMetrics.level(meters, ProcessMetrics.DISK_FREE, freeBytes);
    GivenMetrics.level(meters, ProcessMetrics.DISK_SIZE, sizeBytes);
  }

  /** Ten seconds pass. */
  public void pass() {
    clock.turn(Step.TEN_SECONDS.length());
    take.take();
  }
}
