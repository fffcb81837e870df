package org.radcase.platform.metrics;

import java.util.List;
import org.eclipse.microprofile.metrics.Counter;

/** How often something has happened since the start. Thread-safe. */
public final class Count implements Meter {
  private final Metric metric;
  private final List<String> labels;
  private final Counter counter;
  private long followed;

  Count(Metric metric, List<String> labels, Counter counter) {
    this.metric = metric;
    this.labels = labels;
    this.counter = counter;
  }

  public void increment() {
    counter.inc();
  }

  public void add(long events) {
    counter.inc(events);
  }

  /** Follows what somebody else counts; who began anew, like a Redis, is followed from there. */
  synchronized void follow(long total) {
    if (total > followed) counter.inc(total - followed);
    followed = total;
  }

  public long value() {
    return counter.getCount();
  }

  @Override
  public Metric metric() {
    return metric;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public String name() {
    return metric.nameWithUnit() + "_total";
  }
}
