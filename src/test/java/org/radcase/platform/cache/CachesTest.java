package org.radcase.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.radcase.platform.config.Settings;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.Awaited;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.RedisProcess;
import org.radcase.testing.TurnableClock;

/** What is kept and what is not, in the process and in a real Redis. */
class CachesTest {
  enum Provider {
    EHCACHE,
    REDIS,
    REDIS_SHARED;

    CachingServer server(TurnableClock clock) {
      return new CachingServer(
          home,
          this == EHCACHE ? Settings.NO_REDIS : Objects.requireNonNull(redis).uri(),
          this == REDIS_SHARED,
          clock);
    }
  }

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path home;

  @SuppressWarnings("NullAway.Init")
  private static RedisProcess redis;

  private final TurnableClock clock = new TurnableClock();

  @BeforeAll
  static void startRedis() {
    redis = RedisProcess.in(home);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_kept_is_found_until_one_of_its_tags_changes(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1", "people");
      assertThat(server.find("case:1")).contains("stone");
      assertThat(server.find("case:2")).isEmpty();

      server.changes.of("case:2");
      assertThat(server.find("case:1")).contains("stone");
      server.changes.of("people");
      assertThat(
              Awaited.within(Duration.ofSeconds(5), () -> server.find("case:1").isEmpty()))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_somebody_began_to_read_before_a_change_is_not_kept(Provider provider) {
    try (var server = provider.server(clock)) {
      var fill = Objects.requireNonNull(server.caches.begin(CacheName.CASES, List.of("case:1")));

      server.changes.begun();
      server.changes.of("case:1");
      server.changes.committing();
      server.changes.ended(true);
      server.keep("case:1", "old", fill);

      assertThat(server.find("case:1")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_taken_or_kept_within_a_transaction(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1");
      server.changes.begun();
      assertThat(server.find("case:1")).isEmpty();
      assertThat(server.caches.begin(CacheName.CASES, List.of("case:1"))).isNull();
      server.changes.ended(true);
      assertThat(server.find("case:1")).contains("stone");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_transaction_that_fails_before_its_commit_ends_nothing(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1");
      server.changes.begun();
      server.changes.of("case:1");
      server.changes.ended(true);
      assertThat(server.find("case:1")).contains("stone");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_has_had_its_time_is_found_only_for_want_of_better(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1");
      clock.turn(Duration.ofMinutes(59));
      assertThat(server.find("case:1")).contains("stone");
      clock.turn(Duration.ofMinutes(2));
      assertThat(server.find("case:1")).isEmpty();
      assertThat(server.findAged("case:1")).contains("stone");

      server.changes.of("case:1");
      assertThat(Awaited.within(
              Duration.ofSeconds(5), () -> server.findAged("case:1").isEmpty()))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_kind_of_value_under_the_same_key_is_a_miss(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1");
      assertThat(server.caches.look(CacheName.CASES, "case:1", "another")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_administrator_finds_removes_and_clears(Provider provider) {
    try (var server = provider.server(clock)) {
      if (provider == Provider.EHCACHE) server.keep("case:1", "stone", "case:1");
      else server.keepFar("case:1", "stone", "case:1");
      server.keep("case:2", "polyp", "case:2");
      assertThat(server.admin.find(CacheName.CASES, "case:1").orElseThrow().tags())
          .contains("case:1");
      assertThat(server.admin.remove(CacheName.CASES, "case:1")).isTrue();
      assertThat(server.admin.remove(CacheName.CASES, "case:1")).isFalse();
      assertThat(server.find("case:1")).isEmpty();
      server.admin.clear(CacheName.CASES);
      assertThat(server.find("case:2")).isEmpty();
      server.find("case:3");
      var figures = server.admin.figures().stream()
          .filter(one -> one.cache() == CacheName.CASES)
          .findFirst()
          .orElseThrow();
      assertThat(figures.misses()).isEqualTo(3);
      assertThat(server.admin.benchmark(20).rounds()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EHCACHE")
  void what_is_not_near_comes_from_redis(Provider provider) {
    try (var server = provider.server(clock)) {
      server.keepFar("case:1", "stone", "case:1");
      server.forgetNear();
      assertThat(server.find("case:1")).contains("stone");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EHCACHE")
  void what_another_server_of_the_same_database_keeps_is_found_only_if_they_know_each_other(
      Provider provider) {
    try (var server = provider.server(clock);
        var other = provider.server(clock)) {
      server.keepFar("case:9", "stone", "case:9");

      if (provider == Provider.REDIS) assertThat(other.find("case:9")).isEmpty();
      else
        assertThat(
                Awaited.within(Duration.ofSeconds(5), () -> other.find("case:9").isPresent()))
            .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "REDIS_SHARED")
  void what_one_instance_changes_no_other_has_any_more(Provider provider) {
    try (var server = provider.server(clock);
        var other = provider.server(clock)) {
      server.keep("case:1", "stone", "case:1");
      assertThat(
              Awaited.within(Duration.ofSeconds(5), () -> other.find("case:1").isPresent()))
          .isTrue();

      server.changes.begun();
      server.changes.of("case:1");
      server.changes.committing();
      assertThat(other.find("case:1")).isEmpty();
      other.keep("case:1", "older", "case:1");
      assertThat(other.find("case:1")).isEmpty();
      server.changes.ended(true);
      assertThat(other.find("case:1")).isEmpty();
      assertThat(Awaited.within(Duration.ofSeconds(5), () -> {
            other.keep("case:1", "newer", "case:1");
            return other.find("case:1").equals(Optional.of("newer"));
          }))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "REDIS_SHARED")
  void a_change_that_ends_does_not_end_another_of_the_same_tag(Provider provider) {
    try (var server = provider.server(clock);
        var other = provider.server(clock)) {
      for (var each : List.of(server, other)) {
        each.changes.begun();
        each.changes.of("cases:north");
        each.changes.committing();
      }
      other.changes.ended(true);

      // Asked of the second, whose own telling comes before its question.
      assertThat(Awaited.within(Duration.ofSeconds(1), () -> {
            other.keep("case:1", "without the first's change", "cases:north");
            return other.find("case:1").isPresent();
          }))
          .isFalse();
      server.changes.ended(true);
      assertThat(Awaited.within(Duration.ofSeconds(5), () -> {
            other.keep("case:1", "with both", "cases:north");
            return other.find("case:1").isPresent();
          }))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EHCACHE")
  void a_dead_redis_costs_nothing_and_brings_nothing_back(Provider provider) {
    try (var mortal = RedisProcess.in(home);
        var server =
            new CachingServer(home, mortal.uri(), provider == Provider.REDIS_SHARED, clock)) {
      server.keep("case:1", "stone", "case:1");
      mortal.kill();
      server.awaitRedis(RedisFigures.State.AWAY);
      assertThat(server.caches.isBypassed()).isEqualTo(provider == Provider.REDIS_SHARED);
      assertThat(server.find("case:1").isPresent()).isEqualTo(provider == Provider.REDIS);
      server.changes.of("case:1");

      mortal.start();
      server.awaitRedis(RedisFigures.State.CONNECTED);
      assertThat(server.find("case:1")).isEmpty();
      server.keepFar("case:1", "polyp", "case:1");
      assertThat(isFoundSoon(server, "polyp")).isTrue();
    }
  }

  /** On a busy machine, Redis is away for moments, in which nothing is found. */
  private static boolean isFoundSoon(CachingServer server, String value) {
    return Awaited.within(
        Duration.ofSeconds(5), () -> server.find("case:1").filter(value::equals).isPresent());
  }

  @ParameterizedTest
  @EnumSource(names = "REDIS_SHARED")
  void what_a_restarted_redis_has_from_before_counts_as_outdated(Provider provider) {
    try (var mortal = RedisProcess.in(home, "--appendonly", "yes", "--appendfsync", "always");
        var server = new CachingServer(home, mortal.uri(), true, clock)) {
      server.keepFar("case:1", "stone", "case:1");
      mortal.kill();
      mortal.start("--appendonly", "yes");
      server.awaitRedis(RedisFigures.State.CONNECTED);

      server.awaitFar("case:1");
      assertThat(server.find("case:1")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EHCACHE")
  void a_redis_that_hangs_is_left_and_come_back_to(Provider provider) {
    try (var mortal = RedisProcess.in(home);
        var server =
            new CachingServer(home, mortal.uri(), provider == Provider.REDIS_SHARED, clock)) {
      mortal.pause();
      server.awaitRedis(RedisFigures.State.AWAY);
      mortal.goOn();
      server.awaitRedis(RedisFigures.State.CONNECTED);
      server.keepFar("case:1", "polyp", "case:1");
      assertThat(isFoundSoon(server, "polyp")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EHCACHE")
  void what_others_wrote_into_redis_is_a_miss(Provider provider) {
    var sealing = new SealedEntries(new ServerKey(GivenSettings.in(home)));
    var entry =
        new Entry(new byte[] {1, 2, 3}, CachingServer.SHAPE, List.of("a"), new long[] {7}, 1, 2);
    var sealed = sealing.seal(CacheName.CASES, "case:1", entry);
    assertThat(sealing.open(CacheName.CASES, "case:1", sealed).orElseThrow().bytes())
        .containsExactly(1, 2, 3);

    assertThat(sealing.open(CacheName.CASES, "case:2", sealed)).isEmpty();
    assertThat(sealing.open(CacheName.RESPONSES, "case:1", sealed)).isEmpty();
    for (var length = 0; length < sealed.length; length++) {
      var broken = Arrays.copyOf(sealed, length);
      assertThat(sealing.open(CacheName.CASES, "case:1", broken)).isEmpty();
    }
    for (var at = 0; at < sealed.length; at++) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(sealing.open(CacheName.CASES, "case:1", changed)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EHCACHE")
  void addresses_of_redis_say_what_they_mean(Provider provider) {
    var sentinel = RedisAddress.parse("rediss+sentinel://:p%40ss@a:26379,b/mymaster/3");
    assertThat(sentinel.password()).isEqualTo("p@ss");
    assertThat(sentinel.hosts()).containsExactly("a:26379", "b:6379");
    assertThat(sentinel.master()).isEqualTo("mymaster");
    assertThat(sentinel.database()).isEqualTo(3);
    assertThat(sentinel.shown()).isEqualTo("rediss+sentinel://a:26379,b:6379/mymaster/3");
    assertThat(RedisAddress.parse("redis://u:p@h/2").user()).isEqualTo("u");
    assertThatThrownBy(() -> RedisAddress.parse("http://h"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
