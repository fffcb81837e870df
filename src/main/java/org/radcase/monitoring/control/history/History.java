package org.radcase.monitoring.control.history;

import java.util.List;
import org.radcase.monitoring.entity.Span;
import org.radcase.platform.metrics.Percentiles;

/**
 * How the server did over a span of time.
 *
 * @param instances that measured it, by name
 * @param points one for each step, also where nothing was measured; the oldest first
 * @param total of all requests of the span
 * @param routes the slowest ones
 * @param jobs work in the background of this instance, now
 */
public record History(
    Span span,
    List<String> instances,
    List<Point> points,
    Total total,
    List<RouteFigures> routes,
    List<Job> jobs) {
  public History {
    instances = List.copyOf(instances);
    points = List.copyOf(points);
    routes = List.copyOf(routes);
    jobs = List.copyOf(jobs);
  }

  /** All requests. What is not known is not a number. */
  public record Total(long requests, long errors, Percentiles times, double hitRate) {}

  /** A route, by method and template. */
  public record RouteFigures(String route, long requests, long errors, Percentiles times) {}

  /** Work in the background. */
  public record Job(String name, State state) {}

  /** Whether work is going on. */
  public enum State {
    RUNNING,
    IDLE
  }
}
