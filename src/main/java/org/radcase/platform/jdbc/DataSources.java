package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.radcase.platform.config.StartupFailure;

/** Finds the databases that the container manages; RadCase never opens one by its address. */
@ApplicationScoped
class DataSources {
  private static final String MAIN = "java:comp/env/jdbc/radcase";

  @Produces
  @Singleton
  @SuppressWarnings("BanJNDI") // A constant name, in the server's own naming.
  DataSource main() {
    try {
      return InitialContext.doLookup(MAIN);
    } catch (NamingException e) {
      throw new StartupFailure(
          "RadCase did not start: the server has no DataSource jdbc/radcase; server-config shows"
              + " how to define one");
    }
  }
}
