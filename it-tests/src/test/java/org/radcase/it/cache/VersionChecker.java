package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;

/**
 * An author who writes version after version of a case and looks at once what everybody gets, while
 * others read all the time. Keeps whatever was older than it should be, or refused.
 */
final class VersionChecker implements AutoCloseable {
  private static final long SECONDS = 120;
  private static final int TEXTS_FOR_A_PICTURE = 5;
  private static final int MOST_PAUSE_MILLIS = 10;

  private final VersionedCase checked;
  private final List<RadCase> readers;
  private final Findings findings = new Findings();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();

  VersionChecker(VersionedCase checked, List<RadCase> readers) {
    this.checked = checked;
    this.readers = List.copyOf(readers);
    start("version-checker", this::writeAndReadBack);
    for (var reader : readers) start("version-reader", () -> readAllTheTime(reader));
  }

  private void start(String name, Runnable work) {
    var thread = new Thread(() -> watched(work), name);
    thread.start();
    threads.add(thread);
  }

  private void watched(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      findings.fault(e.toString());
    }
  }

  private void writeAndReadBack() {
    var author = checked.author();
    var everybody = new ArrayList<>(List.of(new Reader(author)));
    readers.forEach(reader -> everybody.add(new Reader(reader)));
    for (var turn = 1; !stop.get(); turn++) {
      if (turn % TEXTS_FOR_A_PICTURE == 0) checked.replacePictures(author, findings);
      else checked.revise(author, findings);
      for (var reader : everybody) {
        for (var route : Route.values()) reader.read(checked, route, findings);
      }
    }
  }

  private void readAllTheTime(RadCase person) {
    var random = new Random(person.cookie().hashCode());
    var reader = new Reader(person);
    var routes = Route.values();
    while (!stop.get()) {
      reader.read(checked, routes[random.nextInt(routes.length)], findings);
      LockSupport.parkNanos(random.nextInt(MOST_PAUSE_MILLIS) * 1_000_000L);
    }
  }

  /** Waits until so many more versions are written and read. */
  void awaitVersions(int more) {
    var texts = checked.versions(Route.CASE);
    var goal = texts.acknowledged() + more;
    var written = Deadline.ofSeconds(SECONDS)
        .until(() -> texts.acknowledged() >= goal || !findings.faults().isEmpty());
    assertThat(findings.faults()).isEmpty();
    assertThat(written)
        .as("%d versions, at last %d", goal, texts.acknowledged())
        .isTrue();
  }

  Findings findings() {
    return findings;
  }

  @Override
  public void close() {
    stop.set(true);
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
