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

  private final Settings settings;
  private final LoadDemoCase loadDemoCase;
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

  @PreDestroy
  void end() {
    ending = true;
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
      var studies = new DemoStudies();
      var smallFirst = Comparator.<DemoCase>comparingInt(studies::count);
      for (var demo : DemoCases.all().stream().sorted(smallFirst).toList()) {
        if (ending) return;
        loadDemoCase.unlessLoaded(demo, studies, () -> ending);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "The demo cases are not complete; the next start goes on", e);
    }
  }
}
