package org.radcase.it.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
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
public final class AtHand implements BeforeAllCallback, ParameterResolver {
  /**
   * As on a test bench: no demo data, files may say that they are identified, and this machine
   * may say whom it speaks for.
   */
  private static final Map<String, String> SETTINGS = Map.of(
      "RADCASE_DEMO", "false",
      "RADCASE_ACCEPT_IDENTIFIED", "true",
      "RADCASE_TRUSTED_PROXIES", "127.0.0.1,::1");

  private static final AtomicInteger CLIENTS = new AtomicInteger();

  /** Where there is no Redis, a class that wants one is skipped before a test asks for its server. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (wantsRedis(context)) atHand(context);
  }

  private static boolean wantsRedis(ExtensionContext context) {
    return context.getRequiredTestClass().isAnnotationPresent(WithRedis.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RadCase.class;
  }

  @Override
  public RadCase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return atHand(context).as("educator").from(freshAddress());
  }

  /** Each test comes from an address of its own, so that none is slowed down for another's guesses. */
  private static String freshAddress() {
    var client = CLIENTS.incrementAndGet();
    return "127.1." + (client >> 8) + "." + (client & 255);
  }

  private static RadCase atHand(ExtensionContext context) {
    var given = System.getProperty("radcase.url", "");
    var store = context.getRoot().getStore(Namespace.create(AtHand.class));
    if (!given.isBlank()) {
      return store.getOrComputeIfAbsent(RadCase.class, key -> runningAt(given), RadCase.class);
    }
    var withRedis = wantsRedis(context);
    return store
        .getOrComputeIfAbsent(
            withRedis ? WithRedis.class : Shared.class, key -> new Shared(withRedis), Shared.class)
        .radcase();
  }

  private static RadCase runningAt(String address) {
    var base = URI.create(address.endsWith("/") ? address : address + "/");
    var home = System.getProperty("payara.home", "");
    return new RadCase(base, home.isBlank() ? People.given() : People.ofNewServer(Path.of(home)));
  }

  /** Started once; a start that failed is not tried again by every test. JUnit closes it at the end of the run. */
  private static final class Shared implements CloseableResource {
    private final boolean withRedis;
    private RedisServer redis;
    private TomcatServer server;
    private boolean failed;

    Shared(boolean withRedis) {
      this.withRedis = withRedis;
    }

    synchronized RadCase radcase() {
      if (failed)
        throw new IllegalStateException("Tomcat did not start; the first failure says why");
      if (server == null) {
        var settings = new HashMap<>(SETTINGS);
        if (withRedis) {
          redis = RedisServer.start();
          settings.put("RADCASE_REDIS_URI", redis.uri());
        }
        failed = true;
        server = TomcatServer.onSqlite(settings);
        failed = false;
      }
      return server.radcase();
    }

    @Override
    public synchronized void close() {
      if (server != null) server.close();
      if (redis != null) redis.close();
    }
  }
}
