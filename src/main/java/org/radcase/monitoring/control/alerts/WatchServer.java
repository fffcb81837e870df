package org.radcase.monitoring.control.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.control.history.LastMinutes;
import org.radcase.monitoring.entity.Measure;
import org.radcase.monitoring.entity.ServerAlert;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.ProcessMetrics;

/** Requests, memory and disk of this instance, beside their limits. */
@ApplicationScoped
class WatchServer implements AlertSource {
  private static final double SLOW_MILLIS = 200;
  private static final double TOO_SLOW_MILLIS = 500;

  /** A percentile of fewer is one of chance. */
  private static final long LEAST_REQUESTS = 100;

  private static final double MANY_ERRORS = 0.01;
  private static final double TOO_MANY_ERRORS = 0.05;

  /** One broken request on a quiet night is no news. */
  private static final long LEAST_ERRORS = 3;

  private static final double MUCH_HEAP = 0.85;
  private static final double TOO_MUCH_HEAP = 0.95;
  private static final double LITTLE_DISK = 0.1;
  private static final double TOO_LITTLE_DISK = 0.05;

  private final LastMinutes lastMinutes;
  private final Meters meters;
  private final ThisInstance instance;

  @Inject
  WatchServer(LastMinutes lastMinutes, Meters meters, ThisInstance instance) {
    this.lastMinutes = lastMinutes;
    this.meters = meters;
    this.instance = instance;
  }

  @Override
  public List<Measure> measure(Instant at) {
    var last = lastMinutes.now();
    var measures = new ArrayList<Measure>();
    if (last.requests() >= LEAST_REQUESTS) {
      measures.add(of(ServerAlert.RESPONSE_TIME, last.times().p95(), SLOW_MILLIS, TOO_SLOW_MILLIS));
    }
    if (last.requests() > 0) {
      var share = (double) last.errors() / last.requests();
      measures.add(of(
          ServerAlert.ERROR_RATE,
          last.errors() < LEAST_ERRORS ? 0 : share,
          MANY_ERRORS,
          TOO_MANY_ERRORS));
    }
    var heap = last.leastHeapAfterCollection() / meters.levelOf(ProcessMetrics.HEAP_MOST);
    if (heap >= 0) measures.add(of(ServerAlert.HEAP, heap, MUCH_HEAP, TOO_MUCH_HEAP));
    var disk = meters.levelOf(ProcessMetrics.DISK_FREE) / meters.levelOf(ProcessMetrics.DISK_SIZE);
    if (disk >= 0) measures.add(of(ServerAlert.DISK_FREE, disk, LITTLE_DISK, TOO_LITTLE_DISK));
    return measures;
  }

  private Measure of(ServerAlert kind, double value, double warning, double critical) {
    return new Measure(kind, instance.name(), value, warning, critical);
  }
}
