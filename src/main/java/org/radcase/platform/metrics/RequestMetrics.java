package org.radcase.platform.metrics;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.metrics.Metric.Unit;

/** Counts and times all requests, by templates of addresses and never by what is in them. Thread-safe. */
@Direct
public class RequestMetrics implements MetricSource {
  public static final Metric DURATION = new Metric(
      "radcase_http_request_duration",
      Unit.SECONDS,
      "Requests, and how long each took until its last byte was handed over",
      "route",
      "method",
      "status",
      "status_class");
  public static final Metric ACTIVE =
      new Metric("radcase_http_requests_active", Unit.NONE, "Requests that are being answered now");
  public static final Metric RATE = new Metric(
      "radcase_http_requests_per_second", Unit.NONE, "Requests a second, over the last minute");
  private static final Metric BROKEN = new Metric(
      "radcase_http_requests_broken", Unit.NONE, "Requests whose client went away before the end");

  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private record Endpoint(String template, String method) {}

  /** How many requests there had been at a moment. */
  private record Past(long nanos, long requests) {}

  private final Routes routes;
  private final Meters meters;
  private final Count broken;
  private final Map<Endpoint, AtomicReferenceArray<Timing>> timings = new ConcurrentHashMap<>();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final ArrayDeque<Past> lastMinute = new ArrayDeque<>();

  @Inject
  RequestMetrics(Routes routes, Meters meters) {
    this.routes = routes;
    this.meters = meters;
    broken = meters.count(BROKEN);
  }

  /** A request has come; each that begins ends. */
  public void begin() {
    begun.increment();
  }

  /**
   * A request was answered, or given up.
   *
   * @param path decoded, below the context path
   * @param nanos since it began
   */
  public void end(String method, String path, int status, long nanos) {
    ended.increment();
    timing(method, path, status).add(nanos);
  }

  /** What a request is called where nothing of it may be told: a method and a template. */
  public String nameOf(String method, String path) {
    var route = routes.of(path);
    return route.methodOf(method) + " " + route.template();
  }

  /** How many have begun and not ended. */
  public long active() {
    return Math.max(0, begun.sum() - ended.sum());
  }

  /** Its client has gone; it ends all the same. */
  public void breakOff() {
    broken.increment();
  }

  private Timing timing(String method, String path, int status) {
    var route = routes.of(path);
    var endpoint = new Endpoint(route.template(), route.methodOf(method));
    var ofEndpoint =
        timings.computeIfAbsent(endpoint, it -> new AtomicReferenceArray<>(Statuses.size()));
    var index = Statuses.indexOf(status);
    var known = ofEndpoint.get(index);
    if (known != null) return known;
    var made = meters.timing(
        DURATION,
        endpoint.template(),
        endpoint.method(),
        Statuses.labelOf(index),
        Statuses.classOf(index));
    ofEndpoint.set(index, made);
    return made;
  }

  @Override
  public void measure(Readings readings) {
    var all = ended.sum();
    readings.level(ACTIVE, Math.max(0, begun.sum() - all));
    var now = System.nanoTime();
    lastMinute.addLast(new Past(now, all));
    while (now - lastMinute.getFirst().nanos() > MINUTE_NANOS && lastMinute.size() > 2) {
      lastMinute.removeFirst();
    }
    var first = lastMinute.getFirst();
    var seconds = (now - first.nanos()) / 1e9;
    readings.level(RATE, seconds == 0 ? 0 : (all - first.requests()) / seconds);
  }
}
