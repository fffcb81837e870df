package org.radcase.database.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.jdbc.HeldConnection;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.PoolFigures;

/** The pools in JMX, as {@code org.radcase:type=Pool,name=…}. For one thread. */
final class PoolBeans {
  private static final Logger LOG = System.getLogger("org.radcase.database");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new ArrayList<>();

  void register(List<Pool> pools) {
    for (var pool : pools) {
      try {
        var name = new ObjectName("org.radcase:type=Pool,name=" + pool.name());
        server.registerMBean(new Bean(pool), name);
        registered.add(name);
      } catch (JMException e) {
        // Another RadCase of this Java process has the name; this one is seen by its API.
        LOG.log(Level.INFO, "JMX does not show " + pool.name() + ": " + e.getMessage());
      }
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

  /** One pool. */
  private record Bean(Pool pool) implements PoolMXBean {
    private static final int UNTOLD = -1;

    private PoolFigures figures() {
      return pool.figures();
    }

    private static int told(@Nullable Integer number) {
      return number == null ? UNTOLD : number;
    }

    @Override
    public boolean isAnswering() {
      return pool.answers();
    }

    @Override
    public int getInUse() {
      return figures().inUse();
    }

    @Override
    public int getIdle() {
      return told(figures().idle());
    }

    @Override
    public int getMost() {
      return told(figures().most());
    }

    @Override
    public int getWaiting() {
      return figures().waiting();
    }

    @Override
    public long getWaitP50Micros() {
      return figures().waitP50Micros();
    }

    @Override
    public long getWaitP95Micros() {
      return figures().waitP95Micros();
    }

    @Override
    public long getBorrowed() {
      return figures().borrowed();
    }

    @Override
    public long getStatements() {
      return figures().statements();
    }

    @Override
    public long getTransactions() {
      return figures().transactions();
    }

    @Override
    public long getRetries() {
      return figures().retries();
    }

    @Override
    public long getLost() {
      return figures().lost();
    }

    @Override
    public long getExhaustions() {
      return figures().exhaustions();
    }

    @Override
    public boolean isExhausted() {
      return figures().exhausted();
    }

    @Override
    public List<String> getLeaks() {
      return figures().leaks().stream().map(HeldConnection::toString).toList();
    }

    @Override
    public long getLogBytes() {
      return figures().logBytes();
    }
  }
}
