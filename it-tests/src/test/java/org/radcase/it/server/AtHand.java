package org.radcase.it.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/** Hands out the RadCase under test, as an educator sees it: the one at {@code radcase.url}, or a Tomcat for the whole run. */
public final class AtHand implements ParameterResolver {
  /** As on a test bench: no demo data, and files may say that they are identified. */
  private static final Map<String, String> SETTINGS =
      Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RadCase.class;
  }

  @Override
  public RadCase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return radcase(context).as("educator");
  }

  private static RadCase radcase(ExtensionContext context) {
    var given = System.getProperty("radcase.url", "");
    if (!given.isBlank()) return at(URI.create(given.endsWith("/") ? given : given + "/"));
    var address = context
        .getRoot()
        .getStore(Namespace.create(AtHand.class))
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
        .address();
    return new RadCase(address);
  }

  /** Without a home at hand it must be one in demo mode. */
  private static RadCase at(URI address) {
    var home = System.getProperty("radcase.home.of.url", "");
    if (!home.isBlank()) People.setUp(address, Path.of(home));
    return new RadCase(address);
  }

  /** Started once; a start that failed is not tried again by every test. JUnit closes it at the end of the run. */
  private static final class Shared implements CloseableResource {
    private TomcatServer server;
    private boolean failed;

    synchronized URI address() {
      if (failed)
        throw new IllegalStateException("Tomcat did not start; the first failure says why");
      if (server == null) {
        failed = true;
        server = TomcatServer.onSqlite(SETTINGS);
        People.setUp(server.address(), server.radcaseHome());
        failed = false;
      }
      return server.address();
    }

    @Override
    public synchronized void close() {
      if (server != null) server.close();
    }
  }
}
