package org.radcase.platform.metrics;

/** What JMX shows of something that takes time; since the start. */
public interface TimingMXBean {
  long getCount();

  double getSumSeconds();

  double getP50Millis();

  double getP95Millis();

  double getP99Millis();
}
