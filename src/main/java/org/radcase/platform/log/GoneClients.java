package org.radcase.platform.log;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.startup.ServerStarting;

/**
 * Keeps Jersey from telling of each client that goes away in the middle of an answer, twice and with a
 * hundred lines: they are counted, and nobody can do anything about them.
 */
@ApplicationScoped
public class GoneClients {
  /** Of Tomcat, and of Payara by the same name. Only one of them is there to be named as a type. */
  private static final String GONE = "ClientAbortException";

  // Held here, since a logger that nobody holds is forgotten with its filter.
  private final Logger jersey =
      Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

  void begin(@Observes ServerStarting event) {
    jersey.setFilter(GoneClients::isNews);
  }

  @PreDestroy
  void end() {
    jersey.setFilter(null);
  }

  private static boolean isNews(LogRecord told) {
    for (@Nullable Throwable t = told.getThrown(); t != null; t = t.getCause()) {
      if (t.getClass().getSimpleName().equals(GONE)) return false;
    }
    return true;
  }
}
