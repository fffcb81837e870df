package org.radcase.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.radcase.platform.config.Settings;

/** What tells this instance from others that work on the same database. */
@ApplicationScoped
public class ThisInstance {
  private final String name;

  @Inject
  ThisInstance(Settings settings) {
    this(host() + ":" + settings.port());
  }

  public ThisInstance(String name) {
    this.name = name;
  }

  /** Host and port, the same after a restart. */
  public String name() {
    return name;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
