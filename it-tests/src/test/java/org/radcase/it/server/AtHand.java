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

/**
 * Hands out the RadCase under test, signed in as an educator: the one at {@code radcase.url}, or a
 * Tomcat for the whole run.
 */
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
    return atHand(context).as("educator");
  }

  private static RadCase atHand(ExtensionContext context) {
    var given = System.getProperty("radcase.url", "");
    var store = context.getRoot().getStore(Namespace.create(AtHand.class));
    if (!given.isBlank()) {
      return store.getOrComputeIfAbsent(RadCase.class, key -> runningAt(given), RadCase.class);
    }
    return store
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
        .radcase();
  }

  private static RadCase runningAt(String address) {
    var base = URI.create(address.endsWith("/") ? address : address + "/");
    var home = System.getProperty("payara.home", "");
    return new RadCase(base, home.isBlank() ? People.given() : People.ofNewServer(Path.of(home)));
  }

  /** Started once; a start that failed is not tried again by every test. JUnit closes it at the end of the run. */
  private static final class Shared implements CloseableResource {
    private TomcatServer server;
    private boolean failed;

    synchronized RadCase radcase() {
      if (failed)
        throw new IllegalStateException("Tomcat did not start; the first failure says why");
      if (server == null) {
        failed = true;
        server = TomcatServer.onSqlite(SETTINGS);
        failed = false;
      }
      return server.radcase();
    }

    @Override
    public synchronized void close() {
      if (server != null) server.close();
    }
  }
}
