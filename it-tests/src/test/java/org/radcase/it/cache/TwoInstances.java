package org.radcase.it.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcase.it.RadCase;
import org.radcase.it.move.Postgres;
import org.radcase.it.server.RedisServer;
import org.radcase.it.server.SlowProxy;
import org.radcase.it.server.TomcatServer;

/** Two servers on one PostgreSQL and one Redis, to which each has a network of its own. */
final class TwoInstances implements AutoCloseable {
  static final int COUNT = 2;

  private final RedisServer redis = RedisServer.start();
  private final Postgres postgres = new Postgres();
  private final List<SlowProxy> networks = new ArrayList<>();
  private final List<TomcatServer> servers = new ArrayList<>();

  TwoInstances() {
    this(Map.of());
  }

  /** @param more of both servers' environment */
  TwoInstances(Map<String, String> more) {
    var environment = new HashMap<>(postgres.environment());
    environment.putAll(more);
    environment.put("RADCASE_HOME", home());
    environment.put("RADCASE_KEY", "5eed".repeat(16));
    environment.put("RADCASE_CLUSTER", "true");
    for (var i = 0; i < COUNT; i++) {
      var network = new SlowProxy(redis.port());
      networks.add(network);
      environment.put("RADCASE_REDIS_URI", redis.uriAt(network.port()));
      servers.add(TomcatServer.onPostgresql(environment));
    }
  }

  private static String home() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "two-")
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RedisServer redis() {
    return redis;
  }

  /** The way from one of them to Redis. */
  SlowProxy network(int instance) {
    return networks.get(instance);
  }

  /** The one that knows the people. */
  RadCase first() {
    return servers.get(0).radcase();
  }

  /** The same person at one of them. */
  RadCase at(int instance, RadCase person) {
    var address = servers.get(instance).address();
    return new RadCase(address, first().people()).withCookie(person.cookie());
  }

  /** How one of them calls itself where both are told of. */
  String name(int instance) {
    try {
      var port = servers.get(instance).address().getPort();
      return InetAddress.getLocalHost().getHostName() + ":" + port;
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  CacheAdministrator caches(int instance) {
    return new CacheAdministrator(at(instance, first().as("operator")));
  }

  @Override
  public void close() {
    servers.forEach(TomcatServer::close);
    networks.forEach(SlowProxy::close);
    postgres.close();
    redis.close();
  }
}
