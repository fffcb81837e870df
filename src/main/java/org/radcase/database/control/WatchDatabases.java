package org.radcase.database.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Pools;
import org.radcase.platform.startup.ServerStarting;

/** Looks after the databases in the background, and shows their pools in JMX. */
@ApplicationScoped
public class WatchDatabases {
  private static final Logger LOG = System.getLogger("org.radcase.database");
  private static final long UPKEEP_SECONDS = 5;
  private static final long MEASURE_SECONDS = 1;
  private static final long AT_MOST_SECONDS = 20;

  private final Pools pools;
  private final Database database;
  private final Clock clock;
  private final PoolBeans beans = new PoolBeans();
  // Two: what hangs on one database must not keep the other from being looked after.
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, work -> {
    var thread = new Thread(work, "radcase-database");
    thread.setDaemon(true);
    return thread;
  });

  @Inject
  WatchDatabases(Pools pools, Database database, Clock clock) {
    this.pools = pools;
    this.database = database;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    beans.register(pools.all());
    for (var pool : pools.all()) every(UPKEEP_SECONDS, () -> pool.upkeep().run());
    database
        .replica()
        .ifPresent(replica -> every(MEASURE_SECONDS, () -> replica.measure(database, clock)));
  }

  @PreDestroy
  void end() {
    timer.shutdown();
    try {
      timer.awaitTermination(AT_MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    beans.remove();
    pools.all().forEach(Pool::close);
  }

  private void every(long seconds, Runnable work) {
    var unused = timer.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The databases are looked after later: " + e.getMessage());
          }
        },
        0,
        seconds,
        TimeUnit.SECONDS);
  }
}
