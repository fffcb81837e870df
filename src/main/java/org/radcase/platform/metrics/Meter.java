package org.radcase.platform.metrics;

import java.util.List;

/** One series of a metric. */
public sealed interface Meter permits Count, Level, Timing {
  Metric metric();

  /** The values of the metric's labels, in their order. */
  List<String> labels();

  /** As Prometheus and JMX know the metric. */
  default String name() {
    return metric().nameWithUnit();
  }
}
