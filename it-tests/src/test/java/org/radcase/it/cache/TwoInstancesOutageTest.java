package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;

/** Of two servers both or one alone lose their Redis; what one writes is still what both tell. */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesOutageTest {
  private static final int VERSIONS = Integer.getInteger("radcase.outage.versions", 10);
  private static final long SECONDS = 30;

  private interface Event {
    void happen(VersionChecker people);
  }

  private TwoInstances both;

  @BeforeAll
  void start() {
    both = new TwoInstances();
  }

  @AfterAll
  void end() {
    if (both != null) both.close();
  }

  @AfterEach
  void pass() {
    for (var i = 0; i < TwoInstances.COUNT; i++) both.network(i).pass();
  }

  /** The author writes at the first; people read at both. */
  private void watch(String what, Event event) {
    var first = both.first();
    awaitState(0, "connected");
    awaitState(1, "connected");
    var readers = new ArrayList<RadCase>();
    for (var who : List.of("learner", "director")) {
      for (var i = 0; i < TwoInstances.COUNT; i++) readers.add(both.at(i, first.as(who)));
    }
    var people = new VersionChecker(VersionedCase.at(first), readers);
    try {
      people.awaitVersions(VERSIONS);
      event.happen(people);
      people.awaitVersions(VERSIONS);
    } finally {
      people.close();
      System.out.println("Two instances, " + what + ": " + people.findings().figures());
    }
    assertThat(people.findings().faults()).isEmpty();
  }

  private void awaitState(int instance, String state) {
    var caches = both.caches(instance);
    assertThat(Deadline.ofSeconds(SECONDS).until(() -> caches.redisState().equals(state)))
        .as(() -> state + ", but " + caches.figures())
        .isTrue();
  }

  @Test
  void both_lose_it_and_find_what_it_remembered_from_before() {
    watch("Redis killed, back with old data", people -> {
      both.redis().snapshot();
      people.awaitVersions(VERSIONS);

      both.redis().kill();
      awaitState(0, "away");
      awaitState(1, "away");
      people.awaitVersions(VERSIONS);

      both.redis().startAgain();
      awaitState(0, "connected");
      awaitState(1, "connected");
      both.redis().forget();
    });
  }

  /** The one who writes must not be: decision 10 says what is not promised then. */
  @Test
  void one_where_people_read_is_cut_off_from_it_and_finds_it_again() {
    watch("one cut off", people -> {
      both.network(1).cut();
      people.awaitVersions(VERSIONS);
      awaitState(1, "away");
      people.awaitVersions(VERSIONS);

      both.network(1).pass();
      awaitState(1, "connected");
    });
  }
}
