package org.radcase.platform.health;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Makes probes, and has the threads that look: one for each look that is under way. Thread-safe. */
@ApplicationScoped
public class Probes {
  /** All together answer within a second, also when each of them hangs. */
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private static final Duration OF_DATABASE = Duration.ofMillis(500);

  /** The disk is busy at times, with uploads of gigabytes. */
  private static final Duration HANGS = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
    var thread = new Thread(work, "radcase-health");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * A probe of something whose state is known well enough by a look every so often.
   *
   * @param keeps how long a finding counts
   */
  public Probe of(String name, Duration keeps, Supplier<Finding> looking) {
    return new Probe(name, new Probe.Pace(keeps, PATIENCE, HANGS), looking, threads);
  }

  /** The probe of what nothing works without: it is looked at whenever somebody asks. */
  Probe ofDatabase(Supplier<Finding> looking) {
    var hangs = Duration.ofSeconds(5);
    return new Probe(
        "database", new Probe.Pace(Duration.ZERO, OF_DATABASE, hangs), looking, threads);
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }
}
