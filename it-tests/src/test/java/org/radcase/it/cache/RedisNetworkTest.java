package org.radcase.it.cache;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.RedisServer;
import org.radcase.it.server.SlowProxy;

/** Redis is well, but the way to it is slow or broken; nobody notices that either. */
@Tag("own-server")
@ParameterizedClass(name = "cluster={0}")
@ValueSource(booleans = {false, true})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisNetworkTest {
  private static final int VERSIONS = Integer.getInteger("radcase.outage.versions", 10);
  private static final Duration SLOW = Duration.ofMillis(200);

  @Parameter
  boolean cluster;

  private RedisServer redis;
  private SlowProxy network;
  private Outage outage;

  @BeforeParameterizedClassInvocation
  void start() {
    redis = RedisServer.start("requirepass behind-the-network");
    network = new SlowProxy(redis.port());
    outage = new Outage(redis.uriAt(network.port()), cluster);
  }

  @AfterEach
  void pass() {
    network.pass();
  }

  @AfterParameterizedClassInvocation
  void end() {
    if (outage != null) outage.close();
    if (network != null) network.close();
    if (redis != null) redis.close();
  }

  @Test
  void nobody_waits_for_a_slow_network() {
    outage.watch("slow network", people -> {
      people.awaitVersions(VERSIONS);

      network.delay(SLOW);
      outage.awaitState("away");
      outage.assertAnswersAreKeptOnlyIfAlone();
      people.awaitVersions(VERSIONS);

      network.pass();
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
  }

  @Test
  void nobody_notices_a_network_that_is_cut() {
    outage.watch("cut network", people -> {
      people.awaitVersions(VERSIONS);

      network.cut();
      outage.awaitState("away");
      outage.assertAnswersAreKeptOnlyIfAlone();
      people.awaitVersions(VERSIONS);

      network.pass();
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
  }
}
