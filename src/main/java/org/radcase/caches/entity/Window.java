package org.radcase.caches.entity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.radcase.caches.entity.Reading.Calls;
import org.radcase.caches.entity.Reading.Looks;

/** The readings of the last five minutes, the oldest first. */
record Window(List<Reading> readings) {
  static final Duration LENGTH = Duration.ofMinutes(5);

  /** Many more than come in that time, for a clock that hardly goes on. */
  private static final int MOST_READINGS = 1000;

  Window with(Reading newest) {
    var kept = new ArrayList<Reading>();
    for (var reading : readings) {
      var age = Duration.between(reading.at(), newest.at());
      // Negative when the clock was set back.
      if (!age.isNegative() && age.compareTo(LENGTH) <= 0) kept.add(reading);
    }
    kept.add(newest);
    var tooMany = Math.max(0, kept.size() - MOST_READINGS);
    return new Window(List.copyOf(kept.subList(tooMany, kept.size())));
  }

  private Reading newest() {
    return readings.get(readings.size() - 1);
  }

  /**
   * How a cache was looked into within the window, as far back as its counts go on from each other:
   * with another provider, or after it was counted anew, earlier counts say nothing.
   */
  Optional<Looks> looksOf(String cache) {
    return span(reading -> Optional.ofNullable(reading.caches().get(cache)), Looks::continues)
        .map(span -> span.last().since(span.first()));
  }

  /** What was asked of Redis within the window. */
  Calls calls() {
    return span(reading -> Optional.of(reading.calls()), Calls::continues)
        .map(span -> span.last().since(span.first()))
        .orElse(new Calls(0, 0));
  }

  private record Span<T>(T first, T last) {}

  private <T> Optional<Span<T>> span(
      Function<Reading, Optional<T>> part, BiPredicate<T, T> continues) {
    var last = part.apply(newest());
    if (last.isEmpty()) return Optional.empty();
    var first = last.get();
    for (var i = readings.size() - 2; i >= 0; i--) {
      var earlier = part.apply(readings.get(i));
      if (earlier.isEmpty() || !continues.test(first, earlier.get())) break;
      first = earlier.get();
    }
    return Optional.of(new Span<>(first, last.get()));
  }
}
