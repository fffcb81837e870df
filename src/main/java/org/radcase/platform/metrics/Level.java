package org.radcase.platform.metrics;

import java.util.List;

/** How much there was of something when it was last looked at. Thread-safe. */
public final class Level implements Meter {
  private final Metric metric;
  private final List<String> labels;
  private volatile double value = Double.NaN;

  Level(Metric metric, List<String> labels) {
    this.metric = metric;
    this.labels = labels;
  }

  void set(double now) {
    value = now;
  }

  /** Not a number while it is unknown. */
  public double value() {
    return value;
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
