package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.radcase.it.ImagedCase;
import org.radcase.it.People;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** A server to whose Redis something happens while people work. For one test at a time. */
final class Outage implements AutoCloseable {
  private static final long SECONDS = 30;

  /** What happens; it may fail a test. */
  interface Event {
    void happen(VersionChecker people);
  }

  private final String uri;
  private final boolean cluster;
  private final TomcatServer server;
  private final CacheAdministrator caches;
  private final ImagedCase quiet;

  /** @param uri by which the server finds its Redis */
  Outage(String uri, boolean cluster) {
    this.uri = uri;
    this.cluster = cluster;
    server = TomcatServer.onSqlite(
        Map.of("RADCASE_REDIS_URI", uri, "RADCASE_CLUSTER", Boolean.toString(cluster)));
    caches = CacheAdministrator.of(server.radcase());
    quiet = ImagedCase.madeBy(server.radcase().as("educator"));
  }

  /** Lets it happen to a server that is connected and at work, and looks at what people got. */
  void watch(String what, Event event) {
    var radcase = server.radcase();
    awaitState("connected");
    var asleep = People.aNew(radcase, "learner");
    var readers = List.of(radcase.as("learner"), radcase.as("director"), radcase.as("educator2"));
    var people = new VersionChecker(VersionedCase.at(radcase), readers);
    try {
      event.happen(people);
    } finally {
      people.close();
      print(what + ": " + people.findings().figures());
    }
    assertThat(people.findings().faults()).isEmpty();
    assertSignedIn(asleep);
    readers.forEach(Outage::assertSignedIn);
  }

  private static void assertSignedIn(RadCase person) {
    var me = person.get("api/auth/me");
    assertThat(me.status()).as(me.toString()).isEqualTo(200);
  }

  /** Waits until the operator sees it, and prints how long that took. */
  void awaitState(String state) {
    var start = System.nanoTime();
    var reached = Deadline.ofSeconds(SECONDS).until(() -> caches.redisState().equals(state));
    assertThat(reached).as(() -> state + ", but " + caches.figures()).isTrue();
    print("%s after %d ms".formatted(state, (System.nanoTime() - start) / 1_000_000));
  }

  /** One server alone keeps answers itself; of several, none can know what the others write. */
  void assertAnswersAreKeptOnlyIfAlone() {
    var reader = server.radcase().as("director");
    var expected = cluster ? "BYPASS" : "HIT";
    var found = Deadline.ofSeconds(SECONDS)
        .until(() -> reader.get(quiet.address()).header("X-Cache").equals(expected));
    assertThat(found)
        .as(() -> expected + ", but " + reader.get(quiet.address()).header("X-Cache"))
        .isTrue();
  }

  /** Once it is back, it is used again. */
  void assertAnswersAreKept() {
    var reader = server.radcase().as("director");
    var found = Deadline.ofSeconds(SECONDS)
        .until(() -> reader.get(quiet.address()).header("X-Cache").equals("HIT"));
    assertThat(found).as(() -> caches.figures().toString()).isTrue();
  }

  void print(String line) {
    System.out.println(
        "Redis at " + uri.replaceAll(".*@", "") + ", cluster=" + cluster + ": " + line);
  }

  @Override
  public void close() {
    server.close();
  }
}
