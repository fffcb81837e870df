package org.radcase.platform.metrics;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.metrics.Timer;

/**
 * How often something has happened since the start, and how long it took. The percentiles are our
 * own: MicroProfile has none that are the same on both servers. Thread-safe.
 */
public final class Timing implements Meter {
  private final Metric metric;
  private final List<String> labels;
  private final Timer timer;
  private final Latencies latencies = new Latencies();

  Timing(Metric metric, List<String> labels, Timer timer) {
    this.metric = metric;
    this.labels = labels;
    this.timer = timer;
  }

  public void add(long nanos) {
    timer.update(Duration.ofNanos(nanos));
    latencies.add(nanos);
  }

  public long count() {
    return timer.getCount();
  }

  public Duration sum() {
    return timer.getElapsedTime();
  }

  public Percentiles percentiles() {
    return Percentiles.of(List.of(this));
  }

  Latencies latencies() {
    return latencies;
  }

  @Override
  public Metric metric() {
    return metric;
  }

  @Override
  public List<String> labels() {
    return labels;
  }
}
