package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.Expect;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/**
 * Two servers on one PostgreSQL and one Redis: what was acknowledged by one is what both tell.
 * At full size: {@code -Dradcase.interleavings=100000}; another order: {@code -Dradcase.seed=…}.
 */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {
  private static final int OPERATIONS = Integer.getInteger("radcase.interleavings", 2_000);
  private static final long SEED = Long.getLong("radcase.seed", 20_261_122L);
  private static final int THREADS = 8;
  private static final int CASES = 10;
  private static final int TEXTS_OF_100 = 15;
  private static final int PICTURES_OF_100 = 3;
  private static final List<String> READERS = List.of("learner", "director", "educator2", "admin");

  private TwoInstances both;
  private RadCase first;

  @BeforeAll
  void start() {
    both = new TwoInstances();
    first = both.first();
  }

  @AfterAll
  void end() {
    if (both != null) both.close();
  }

  @Test
  void nobody_reads_less_than_was_acknowledged_before_on_either() {
    var readers = READERS.stream().map(first::as).toList();
    var cases = IntStream.range(0, CASES).mapToObj(i -> VersionedCase.at(first)).toList();
    var findings = new Findings();
    var left = new AtomicInteger(OPERATIONS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all = IntStream.range(0, THREADS)
          .mapToObj(i -> CompletableFuture.runAsync(
              () -> interleave(new Random(SEED + i), cases, readers, left, findings), threads))
          .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
    } finally {
      threads.shutdownNow();
    }
    System.out.println("Two instances, seed " + SEED + ": " + findings.figures());
    assertThat(findings.faults()).isEmpty();
    assertThat(cases)
        .as("all were written")
        .allMatch(it -> it.versions(Route.CASE).acknowledged() > 1);
  }

  private void interleave(
      Random random,
      List<VersionedCase> cases,
      List<RadCase> people,
      AtomicInteger left,
      Findings findings) {
    var readers = new ArrayList<Reader>();
    for (var person : people) {
      readers.add(new Reader(both.at(0, person)));
      readers.add(new Reader(both.at(1, person)));
    }
    var routes = Route.values();
    while (left.getAndDecrement() > 0) {
      var one = cases.get(random.nextInt(cases.size()));
      var chance = random.nextInt(100);
      if (chance < PICTURES_OF_100) {
        one.replacePictures(both.at(random.nextInt(2), one.author()), findings);
      } else if (chance < PICTURES_OF_100 + TEXTS_OF_100) {
        one.revise(both.at(random.nextInt(2), one.author()), findings);
      } else {
        var reader = readers.get(random.nextInt(readers.size()));
        reader.read(one, routes[random.nextInt(routes.length)], findings);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void signing_out_on_one_ends_the_session_on_the_other_at_once(int here) {
    var learner = knownOnBoth();

    var out = both.at(here, learner).postJson("api/auth/logout", "{}");

    assertThat(out.status()).as(out.toString()).isEqualTo(204);
    assertSignedOutOnBoth(learner);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void who_is_deactivated_on_one_is_out_on_the_other_at_once(int here) {
    var learner = knownOnBoth();

    change(here, learner, "{\"active\": false}");

    assertSignedOutOnBoth(learner);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void who_gets_another_role_on_one_loses_the_sessions_of_the_old_one_on_both(int here) {
    var learner = knownOnBoth();

    change(here, learner, "{\"role\": \"educator\"}");

    assertSignedOutOnBoth(learner);
  }

  private RadCase knownOnBoth() {
    var learner = People.aNew(first, "learner");
    for (var i = 0; i < 2; i++) {
      assertThat(both.at(i, learner).get("api/auth/me").status()).isEqualTo(200);
      assertThat(both.at(i, learner).get("api/cases").status()).isEqualTo(200);
    }
    return learner;
  }

  private void change(int instance, RadCase person, String patch) {
    var id = person.get("api/auth/me").json().path("id").asText();
    var admin = both.at(instance, first.as("admin"));
    var changed = admin.patch("api/admin/users/" + id, patch, "If-Match", "*");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
  }

  private void assertSignedOutOnBoth(RadCase person) {
    for (var i = 0; i < 2; i++) {
      Expect.problem(both.at(i, person).get("api/cases"), 401, "auth.required");
      Expect.problem(both.at(i, person).get("api/auth/me"), 401, "auth.required");
    }
  }
}
