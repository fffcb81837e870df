package org.radcase.it.move;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.radcase.it.Answer;
import org.radcase.it.RadCase;

/**
 * People who read and write all the time, and remember what the server acknowledged. A 503 is tried
 * again, as a browser does; a connection that breaks leaves a write in doubt, and so does a server
 * that says it does not know.
 */
final class Colleagues implements AutoCloseable {
  /**
   * A case that somebody made.
   *
   * @param revision of the last change that was acknowledged
   * @param inDoubt changes that may or may not have come through
   */
  record Made(int revision, int inDoubt) {
    Made andOneInDoubt() {
      return new Made(revision, inDoubt + 1);
    }
  }

  private final int count;
  private final Supplier<RadCase> server;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong longestReadMillis = new AtomicLong();

  /** @param server as an educator, wherever it is now */
  Colleagues(int count, Supplier<RadCase> server) {
    this.count = count;
    this.server = server;
    for (var i = 0; i < count; i++) {
      var random = new Random(i);
      var thread = new Thread(() -> work(random), "colleague-" + i);
      thread.start();
      threads.add(thread);
    }
  }

  Map<String, Made> made() {
    return made;
  }

  /** Answers that nobody should have got. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  long writes() {
    return made.values().stream().mapToLong(Made::revision).sum();
  }

  String figures() {
    return "%d writes, %d reads, %d times 503, longest read %d ms"
        .formatted(writes(), reads.get(), retries.get(), longestReadMillis.get());
  }

  private void work(Random random) {
    var own = new ArrayList<String>();
    while (!stop.get()) {
      think(random);
      try {
        if (own.isEmpty() || random.nextInt(5) == 0) make().ifPresent(own::add);
        else if (random.nextInt(3) == 0) change(own.get(random.nextInt(own.size())));
        else
          read(random.nextBoolean() ? "api/cases" : address(own.get(random.nextInt(own.size()))));
      } catch (UncheckedIOException broken) {
        Thread.yield(); // the server was killed; it comes back
      }
    }
  }

  /** So that all of them together ask some 100 times a second. */
  private void think(Random random) {
    LockSupport.parkNanos(random.nextInt(20 * count) * 1_000_000L);
  }

  private static String address(String id) {
    return "api/cases/" + id;
  }

  private Optional<String> make() {
    var body = JsonNodeFactory.instance.objectNode().put("presentation", "Made during the move");
    var answer = server.get().postJson("api/cases", body.toString());
    if (!isExpected(answer, 201)) return Optional.empty();
    var id = answer.json().path("id").asText();
    made.put(id, new Made(answer.json().path("revision").asInt(), 0));
    return Optional.of(id);
  }

  private void change(String id) {
    var known = made.get(id);
    try {
      var body = JsonNodeFactory.instance.objectNode().put("findings", "Revision after " + known);
      var answer = server
          .get()
          .patch(address(id), body.toString(), "If-Match", "\"" + known.revision + "\"");
      if (answer.status() == 412 && known.inDoubt > 0) {
        var is = server.get().get(address(id));
        if (is.status() == 200) made.put(id, new Made(is.json().path("revision").asInt(), 0));
      } else if (isExpected(answer, 200)) {
        made.put(id, new Made(answer.json().path("revision").asInt(), 0));
      } else if (answer.json().path("code").asText().equals("database.undecided")) {
        made.put(id, known.andOneInDoubt());
      }
    } catch (UncheckedIOException broken) {
      made.put(id, known.andOneInDoubt());
      throw broken;
    }
  }

  private void read(String address) {
    var start = System.nanoTime();
    if (isExpected(server.get().get(address), 200)) {
      reads.incrementAndGet();
      longestReadMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
    }
  }

  private boolean isExpected(Answer answer, int status) {
    if (answer.status() == status) return true;
    if (answer.status() == 503 && !answer.header("Retry-After").isEmpty()) {
      retries.incrementAndGet();
    } else {
      faults.add(answer.toString());
    }
    return false;
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
