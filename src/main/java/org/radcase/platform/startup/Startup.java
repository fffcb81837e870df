package org.radcase.platform.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.files.Home;
import org.radcase.platform.jdbc.Opening;

/** Settings, files, database, features: the first that fails stops the start with one line. */
@ApplicationScoped
class Startup {
  private static final Logger LOG = System.getLogger("org.radcase");

  private final Instance<ServingSettings> serving;
  private final Instance<Home> home;
  private final Instance<Opening> opening;
  private final Event<ServerStarting> starting;

  @Inject
  Startup(
      Instance<ServingSettings> serving,
      Instance<Home> home,
      Instance<Opening> opening,
      Event<ServerStarting> starting) {
    this.serving = serving;
    this.home = home;
    this.opening = opening;
    this.starting = starting;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    try {
      serving.get();
      // Looked up one after the other: the database may lie in the folder that is made first.
      home.get().prepare();
      opening.get().open();
      var context = event instanceof ServletContext servlets ? servlets.getContextPath() : "";
      starting.fire(new ServerStarting(context));
    } catch (RuntimeException e) {
      var failure = failureIn(e);
      LOG.log(Level.ERROR, failure.getMessage());
      throw failure;
    }
  }

  private static StartupFailure failureIn(RuntimeException e) {
    @Nullable Throwable root = e;
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof StartupFailure known) return known;
      root = t;
    }
    return new StartupFailure("RadCase did not start: " + root);
  }
}
