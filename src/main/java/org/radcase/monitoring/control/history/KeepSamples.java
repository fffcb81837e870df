package org.radcase.monitoring.control.history;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.entity.Step;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/**
 * Writes samples down once a minute, and adds them up to longer steps. Each instance writes rows of its
 * own, and a longer step is always added up anew from the shorter ones, so that a crash forgets the last
 * minute and nothing else. A write that broke off after its commit is counted twice. Thread-safe.
 */
@ApplicationScoped
public class KeepSamples {
  private static final Logger LOG = System.getLogger("org.radcase.monitoring");
  private static final long WRITE_SECONDS = 60;
  private static final long SWEEP_SECONDS = 600;

  private final Database database;
  private final SampleDao dao;
  private final RecentSamples recent;
  private final ThisInstance instance;
  private final Clock clock;
  private final ScheduledExecutorService timer = Timers.named("radcase-history");

  @Inject
  KeepSamples(
      Database database, SampleDao dao, RecentSamples recent, ThisInstance instance, Clock clock) {
    this.database = database;
    this.dao = dao;
    this.recent = recent;
    this.instance = instance;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var unused =
        timer.scheduleWithFixedDelay(this::write, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
    unused =
        timer.scheduleWithFixedDelay(this::sweep, WRITE_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdown();
    write();
  }

  void write() {
    var samples = recent.takeUnwritten();
    if (samples.isEmpty()) return;
    try {
      database.transaction(() -> {
        samples.forEach(this::add);
        addUp(samples.keySet());
        return samples;
      });
    } catch (RuntimeException e) {
      recent.giveBack(samples);
      LOG.log(Level.WARNING, "What was measured is written later: " + e.getMessage());
    }
  }

  /** To what this instance wrote of the same ten seconds before a restart. */
  private void add(Instant began, Sample sample) {
    var all = new ArrayList<>(within(Step.TEN_SECONDS, began, Step.TEN_SECONDS));
    all.add(sample);
    keep(Step.TEN_SECONDS, began, all);
  }

  private void addUp(Collection<Instant> began) {
    var beginnings = new TreeSet<>(began);
    var step = Step.TEN_SECONDS;
    for (Optional<Step> next = step.next(); next.isPresent(); next = step.next()) {
      var longer = next.get();
      var touched = new TreeSet<Instant>();
      for (var beginning : beginnings) touched.add(longer.beginningOf(beginning));
      for (var beginning : touched) keep(longer, beginning, within(step, beginning, longer));
      beginnings = touched;
      step = longer;
    }
  }

  private Collection<Sample> within(Step step, Instant began, Step longer) {
    return dao.ofInstance(step, began, began.plus(longer.length()), instance.name());
  }

  private void keep(Step step, Instant began, Collection<Sample> samples) {
    dao.keep(step, began, instance.name(), KeptSample.textOf(Sample.sum(samples)));
  }

  /** Forgets what is old. */
  void sweep() {
    try {
      var now = clock.instant();
      for (var step : Step.values()) dao.forget(step, step.forgottenBefore(now));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old measurements are removed later: " + e.getMessage());
    }
  }
}
