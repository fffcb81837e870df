package org.radcase.platform.metrics;

/** What JMX shows of something that is counted. */
@FunctionalInterface
public interface CountMXBean {
  /** Since the start. */
  long getCount();
}
