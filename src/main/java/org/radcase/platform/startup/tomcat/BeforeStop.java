package org.radcase.platform.startup.tomcat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.Server;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.startup.Stopping;

/**
 * Has Tomcat wait with the end of its connectors until RadCase is done. An application is told of the
 * end only after them, so this one asks the server itself, by JMX, to be told before.
 */
@WebListener
public class BeforeStop implements ServletContextListener, LifecycleListener {
  private static final Logger LOG = System.getLogger("org.radcase");
  private static final String SERVER = "Catalina:type=Server";

  // Tomcat makes listeners by their empty constructor.
  @Inject
  @Nullable
  Stopping stopping;

  private @Nullable Server server;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var found = server();
    found.ifPresent(it -> it.addLifecycleListener(this));
    server = found.orElse(null);
  }

  private static Optional<Server> server() {
    try {
      var managed = ManagementFactory.getPlatformMBeanServer()
          .getAttribute(new ObjectName(SERVER), "managedResource");
      return managed instanceof Server found ? Optional.of(found) : Optional.empty();
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "This Tomcat is not to be found by JMX; it stops as it is used to", e);
      return Optional.empty();
    }
  }

  @Override
  public void lifecycleEvent(LifecycleEvent event) {
    var told = stopping;
    var known = server;
    if (told == null || known == null) return;
    if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)) {
      told.begin(new Connections(known)::unsent);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    var known = server;
    if (known != null) known.removeLifecycleListener(this);
  }
}
