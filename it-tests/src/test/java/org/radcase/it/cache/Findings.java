package org.radcase.it.cache;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.radcase.it.Answer;

/** What people met: how many answers, the slowest, and what was wrong. Thread-safe. */
final class Findings {
  /** The first ones tell enough. */
  private static final int MOST_FAULTS = 20;

  private record Call(long nanos, String what) {}

  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicReference<Call> longest = new AtomicReference<>(new Call(0, "none"));

  /** Sends it; an answer that nobody should get is a fault, and returned as nothing. */
  Optional<Answer> of(Supplier<Answer> call) {
    var start = System.nanoTime();
    try {
      var answer = call.get();
      calls.incrementAndGet();
      var response = answer.response();
      note(new Call(System.nanoTime() - start, response.request().method() + " " + response.uri()));
      if (answer.status() < 400) return Optional.of(answer);
      fault(answer.toString());
    } catch (UncheckedIOException broken) {
      fault(broken.getMessage());
    }
    return Optional.empty();
  }

  private void note(Call call) {
    longest.accumulateAndGet(call, (one, other) -> one.nanos > other.nanos ? one : other);
  }

  void fault(String fault) {
    if (faults.size() < MOST_FAULTS) faults.add(fault);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  String figures() {
    var slowest = longest.get();
    return "%d calls, the longest %d ms (%s)"
        .formatted(calls.get(), slowest.nanos / 1_000_000, slowest.what);
  }
}
