package org.radcase.platform.metrics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The series in JMX, as {@code org.radcase:type=Metric,name=…} with each label's value in quotes.
 * Thread-safe.
 */
final class MeterBeans {
  private static final Logger LOG = System.getLogger("org.radcase.metrics");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new CopyOnWriteArrayList<>();

  void add(Meter meter) {
    try {
      var name = nameOf(meter);
      server.registerMBean(beanOf(meter), name);
      registered.add(name);
    } catch (JMException e) {
      // Another RadCase of this Java process has the name; this one is seen by its other views.
      LOG.log(Level.DEBUG, "JMX does not show " + meter.name() + ": " + e.getMessage());
    }
  }

  void remove() {
    for (var name : registered) {
      try {
        server.unregisterMBean(name);
      } catch (JMException e) {
        LOG.log(Level.DEBUG, name + " is gone already", e);
      }
    }
    registered.clear();
  }

  private static ObjectName nameOf(Meter meter) throws MalformedObjectNameException {
    var name = new StringBuilder("org.radcase:type=Metric,name=").append(meter.name());
    for (var i = 0; i < meter.labels().size(); i++) {
      name.append(',').append(meter.metric().labels().get(i)).append('=');
      name.append(ObjectName.quote(meter.labels().get(i)));
    }
    return new ObjectName(name.toString());
  }

  private static Object beanOf(Meter meter) {
    if (meter instanceof Count count) return (CountMXBean) count::value;
    if (meter instanceof org.radcase.platform.metrics.Level level) {
      return (LevelMXBean) level::value;
    }
    return new TimingBean((Timing) meter);
  }

  private record TimingBean(Timing timing) implements TimingMXBean {
    private static final double NANOS_A_SECOND = 1e9;

    @Override
    public long getCount() {
      return timing.count();
    }

    @Override
    public double getSumSeconds() {
      return timing.sum().toNanos() / NANOS_A_SECOND;
    }

    @Override
    public double getP50Millis() {
      return timing.percentiles().p50();
    }

    @Override
    public double getP95Millis() {
      return timing.percentiles().p95();
    }

    @Override
    public double getP99Millis() {
      return timing.percentiles().p99();
    }
  }
}
