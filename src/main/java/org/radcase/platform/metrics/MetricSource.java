package org.radcase.platform.metrics;

/** Has figures of its own; every bean of this type is asked for them every few seconds, by one thread. */
public interface MetricSource {
  /** Tells how it is now. What it does not tell any more is unknown from then on. */
  void measure(Readings readings);
}
