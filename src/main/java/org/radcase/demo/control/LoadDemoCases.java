package org.radcase.demo.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.demo.entity.DemoCase;
import org.radcase.platform.config.Settings;
import org.radcase.platform.startup.ServerStarting;

/** Loads the demo cases on the first start in demo mode, in the background; the smallest first. */
@ApplicationScoped
class LoadDemoCases {
  private static final Logger LOG = System.getLogger("org.radcase.demo");

  /** Longer than one instance takes, so that the thread ends before its database does. */
  private static final long LONGEST_END_MILLIS = 5000;

  /** The first requests are worth more than the first demo case. */
  private static final long UNTIL_THE_SERVER_IS_UP_MILLIS = 3000;

  private final Settings settings;
  private final LoadDemoCase loadDemoCase;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean ending;
  private volatile @Nullable Thread worker;

  @Inject
  LoadDemoCases(Settings settings, LoadDemoCase loadDemoCase) {
    this.settings = settings;
    this.loadDemoCase = loadDemoCase;
  }

  void begin(@Observes @Priority(10_000) ServerStarting event) {
    if (!settings.demo()) return;
    var thread = new Thread(this::loadAndLog, "radcase-demo");
    thread.setDaemon(true);
    thread.start();
    worker = thread;
  }

  /** Waits until the server is up; returns false if it ends before that. */
  private boolean mayBegin() throws InterruptedException {
    return !end.await(UNTIL_THE_SERVER_IS_UP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    ending = true;
    end.countDown();
    var thread = worker;
    if (thread == null) return;
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loadAndLog() {
    try {
      if (!mayBegin()) return;
      var missing = DemoCases.all().stream().filter(loadDemoCase::isMissing).toList();
      if (missing.isEmpty()) return;
      var studies = new DemoStudies();
      for (var demo : smallestFirst(missing, studies)) {
        if (ending) return;
        loadDemoCase.load(demo, studies, () -> ending);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "The demo cases are not complete; the next start goes on", e);
    }
  }

  /** Counts the files of each case once: to plan a scan takes some milliseconds. */
  private static List<DemoCase> smallestFirst(List<DemoCase> cases, DemoStudies studies) {
    var counts = new HashMap<DemoCase, Integer>();
    for (var demo : cases) counts.put(demo, studies.files(demo).size());
    return cases.stream().sorted(Comparator.comparing(counts::get)).toList();
  }
}
