package org.radcase.viewing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.viewing.entity.Measure;
import org.radcase.viewing.entity.Visit;

/** What browsers measure, for monitors; the pages have it by hours and days. Thread-safe. */
@ApplicationScoped
public class VisitMetrics {
  private static final Metric DURATION = new Metric(
      "radcase_viewer_duration",
      Unit.SECONDS,
      "How long readers' browsers took for an image, from the beginning of the navigation",
      "measure",
      "device");
  private static final Metric EVENTS = new Metric(
      "radcase_viewer_events",
      Unit.NONE,
      "Visits, and what went wrong in readers' browsers",
      "event",
      "device");

  private static final Map<Measure, String> TIMES = Map.of(
      Measure.PREVIEW, "preview",
      Measure.TRUE_PIXELS, "true-pixels",
      Measure.WHOLE_SERIES, "whole-series");
  private static final Map<Measure, String> FAULTS = Map.of(
      Measure.LONG_TASKS, "long-task",
      Measure.SCRIPT_ERRORS, "script-error",
      Measure.MISSING_FRAMES, "missing-frame");

  private final Meters meters;

  @Inject
  VisitMetrics(Meters meters) {
    this.meters = meters;
  }

  public void take(Visit visit) {
    var device = visit.device().term();
    meters.count(EVENTS, "visit", device).increment();
    visit.values().forEach((measure, value) -> {
      var time = TIMES.get(measure);
      if (time != null) {
        meters.timing(DURATION, time, device).add(TimeUnit.MILLISECONDS.toNanos(value));
      }
      var fault = FAULTS.get(measure);
      if (fault != null) meters.count(EVENTS, fault, device).add(value);
    });
  }
}
