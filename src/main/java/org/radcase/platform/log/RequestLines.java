package org.radcase.platform.log;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.config.ServingSettings.LogFormat;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.startup.ServerStarting;

/**
 * Gives every line of RadCase and of what it brings along the request that it was written for, and
 * passes it on to the server's own handlers: where the log goes is the server's business. Thread-safe.
 */
@ApplicationScoped
public class RequestLines {
  /** Tomcat's own, which know nothing of requests. */
  private static final String OF_TOMCAT = "org.apache.juli.";

  private final ServingSettings settings;
  private final Map<Handler, Formatter> replaced = new LinkedHashMap<>();
  private final Handler passing = new Passing();
  private @Nullable Logger top;

  @Inject
  RequestLines(ServingSettings settings) {
    this.settings = settings;
  }

  void begin(@Observes ServerStarting event) {
    var logger = topOfApplication();
    if (settings.logFormat() == LogFormat.JSON) writeJson(logger);
    logger.addHandler(passing);
    logger.setUseParentHandlers(false);
    top = logger;
  }

  /** Tomcat has a root for each application, without handlers; other servers one for all. */
  private static Logger topOfApplication() {
    var root = Logger.getLogger("");
    var isOurs = root.getHandlers().length == 0 && root.getParent() != null;
    return isOurs ? root : Logger.getLogger("org.radcase");
  }

  private void writeJson(Logger logger) {
    for (var above = logger.getParent(); above != null; above = above.getParent()) {
      for (var handler : above.getHandlers()) {
        var formatter = handler.getFormatter();
        if (formatter != null && formatter.getClass().getName().startsWith(OF_TOMCAT)) {
          replaced.put(handler, formatter);
          handler.setFormatter(new JsonLines());
        }
      }
    }
  }

  /** The server's handlers outlive the application, and would keep its classes. */
  @PreDestroy
  void end() {
    var logger = top;
    if (logger != null) {
      logger.removeHandler(passing);
      logger.setUseParentHandlers(true);
    }
    replaced.forEach(Handler::setFormatter);
  }

  private final class Passing extends Handler {
    @Override
    public void publish(LogRecord logged) {
      var line = Line.of(logged, CurrentRequest.get());
      @Nullable LogRecord inText = null;
      for (@Nullable Logger above = top; above != null; above = above.getParent()) {
        for (var handler : above.getHandlers()) {
          if (handler == this) continue;
          if (handler.getFormatter() instanceof JsonLines) {
            handler.publish(line);
          } else {
            if (inText == null) inText = line.withRequestInText();
            handler.publish(inText);
          }
        }
        if (above != top && !above.getUseParentHandlers()) return;
      }
    }

    @Override
    public void flush() {
      // What is passed on is with others.
    }

    @Override
    public void close() {
      // Nothing is open here.
    }
  }
}
