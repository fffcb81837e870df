package org.radcase.platform.metrics;

/** What JMX shows of something of which there is more or less. */
@FunctionalInterface
public interface LevelMXBean {
  /** A few seconds ago at the most, in the unit with which the name ends; not a number if unknown. */
  double getValue();
}
