package org.radcase.platform.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.startup.ServerStarting;

/**
 * Keeps Jersey, and Payara, from telling of each client that goes away in the middle, with a hundred
 * lines: they are counted, and nobody can do anything about them.
 */
@ApplicationScoped
class GoneClients {
  // Held here, since a logger that nobody holds is forgotten with its filter.
  private final List<Logger> tellers = List.of(
      Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder"),
      Logger.getLogger("jakarta.enterprise.web"));

  void begin(@Observes ServerStarting event) {
    tellers.forEach(it -> it.setFilter(GoneClients::isNews));
  }

  @PreDestroy
  void end() {
    tellers.forEach(it -> it.setFilter(null));
  }

  private static boolean isNews(LogRecord told) {
    for (@Nullable Throwable t = told.getThrown(); t != null; t = t.getCause()) {
      if (t instanceof ClientGoneException || t instanceof BrokenOffException) return false;
    }
    return true;
  }
}
