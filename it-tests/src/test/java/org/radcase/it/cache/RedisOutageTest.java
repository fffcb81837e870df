package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.RedisServer;

/**
 * Redis dies, hangs, forgets, remembers too much, shuts people out and is full, in the middle of
 * the day: no request fails, nobody reads what is outdated, and nobody is signed out.
 * With more work meanwhile: {@code -Dradcase.outage.versions=500}.
 */
@Tag("own-server")
@ParameterizedClass(name = "cluster={0}")
@ValueSource(booleans = {false, true})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisOutageTest {
  private static final int VERSIONS = Integer.getInteger("radcase.outage.versions", 10);
  private static final Duration HANGS = Duration.ofSeconds(3);

  @Parameter
  boolean cluster;

  private RedisServer redis;
  private Outage outage;

  @BeforeParameterizedClassInvocation
  void start() {
    redis = RedisServer.start();
    outage = new Outage(redis.uri(), cluster);
  }

  @AfterParameterizedClassInvocation
  void end() {
    if (outage != null) outage.close();
    if (redis != null) redis.close();
  }

  private void watch(String what, Outage.Event event) {
    try {
      outage.watch(what, event);
    } catch (RuntimeException | AssertionError e) {
      // So that the next test fails for a reason of its own, if it does.
      redis.kill();
      redis.forget();
      redis.startAgain();
      throw e;
    }
  }

  @Test
  void nobody_notices_that_Redis_is_killed_and_comes_back_empty() {
    watch("killed, back empty", people -> {
      people.awaitVersions(VERSIONS);

      redis.kill();
      outage.awaitState("away");
      outage.assertAnswersAreKeptOnlyIfAlone();
      people.awaitVersions(VERSIONS);

      redis.forget();
      redis.startAgain();
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
  }

  @Test
  void nobody_reads_what_Redis_remembers_from_before_it_was_killed() {
    watch("killed, back with old data", people -> {
      people.awaitVersions(VERSIONS);
      redis.snapshot();
      people.awaitVersions(VERSIONS);

      redis.kill();
      outage.awaitState("away");
      people.awaitVersions(VERSIONS);

      redis.startAgain();
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
      redis.forget();
    });
  }

  @Test
  void nobody_reads_what_Redis_remembers_after_a_restart_too_quick_to_be_seen() {
    watch("restarted at once with old data", people -> {
      people.awaitVersions(VERSIONS);
      redis.snapshot();
      people.awaitVersions(VERSIONS);

      redis.kill();
      redis.startAgain();
      people.awaitVersions(VERSIONS);
      outage.awaitState("connected");
      redis.forget();
    });
  }

  @Test
  void nobody_waits_for_a_Redis_that_hangs() {
    watch("hung", people -> {
      people.awaitVersions(VERSIONS);

      var began = System.nanoTime();
      redis.freeze();
      outage.awaitState("away");
      outage.assertAnswersAreKeptOnlyIfAlone();
      people.awaitVersions(VERSIONS);
      Deadline.ofSeconds(30).until(() -> System.nanoTime() - began > HANGS.toNanos());

      redis.thaw();
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
  }

  @Test
  void nobody_notices_that_Redis_wants_another_password() {
    watch("another password", people -> {
      people.awaitVersions(VERSIONS);

      redis.changePassword("not-told-to-radcase");
      outage.awaitState("away");
      outage.assertAnswersAreKeptOnlyIfAlone();
      people.awaitVersions(VERSIONS);

      redis.changePassword("");
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
  }

  /** Whether it then counts as away is RadCase's to decide: a full Redis still answers. */
  @Test
  void nobody_reads_what_a_full_Redis_could_not_be_told_to_forget() {
    watch("full", people -> {
      people.awaitVersions(VERSIONS);

      redis.set("maxmemory-policy", "noeviction");
      redis.set("maxmemory", "1");
      people.awaitVersions(VERSIONS);

      redis.set("maxmemory", "0");
      outage.awaitState("connected");
      outage.assertAnswersAreKept();
      people.awaitVersions(VERSIONS);
    });
    assertThat(redis.info("maxmemory")).isEqualTo("0");
  }

  @Test
  void nobody_notices_that_somebody_empties_Redis() {
    watch("emptied", people -> {
      people.awaitVersions(VERSIONS);

      redis.command("FLUSHALL");
      people.awaitVersions(VERSIONS);
      outage.assertAnswersAreKept();
      assertThat(Integer.parseInt(redis.command("DBSIZE"))).isPositive();
    });
  }
}
