package org.radcase.platform.metrics;

/** Takes down figures. */
public interface Readings {
  /**
   * How much there is of something now.
   *
   * @param labels the values, in the order of the metric's labels
   */
  void level(Metric metric, double value, String... labels);

  /** The same of what comes in whole numbers. */
  default void level(Metric metric, long value, String... labels) {
    level(metric, (double) value, labels);
  }

  /**
   * How often something has happened since the start.
   *
   * @param labels the values, in the order of the metric's labels
   */
  void total(Metric metric, long total, String... labels);
}
