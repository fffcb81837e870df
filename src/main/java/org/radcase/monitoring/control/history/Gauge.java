package org.radcase.monitoring.control.history;

import org.radcase.accounts.control.sessions.ActivePeople;
import org.radcase.platform.jdbc.PoolMetrics;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.ProcessMetrics;
import org.radcase.platform.metrics.RequestMetrics;

/** A level of which the mean is kept. A constant's name stands in the database: it never changes. */
public enum Gauge {
  ACTIVE(RequestMetrics.ACTIVE),
  PEOPLE(ActivePeople.ACTIVE),
  HEAP_USED(ProcessMetrics.HEAP_USED),
  HEAP_MOST(ProcessMetrics.HEAP_MOST),
  HEAP_AFTER_GC(ProcessMetrics.HEAP_AFTER_GC),
  CPU(ProcessMetrics.CPU),
  POOL_IN_USE(PoolMetrics.IN_USE),
  POOL_WAITING(PoolMetrics.WAITING),
  POOL_MOST(PoolMetrics.MOST);

  private final Metric metric;

  Gauge(Metric metric) {
    this.metric = metric;
  }

  Metric metric() {
    return metric;
  }
}
