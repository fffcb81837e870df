package org.radcase.it.cache;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The versions of something that one after the other writes, by number. Whoever reads must get no
 * less than was acknowledged before, and no more than was begun meanwhile. Thread-safe.
 */
final class Versions {
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();

  int begin() {
    return begun.incrementAndGet();
  }

  void acknowledge(int version) {
    acknowledged.set(version);
  }

  int begun() {
    return begun.get();
  }

  int acknowledged() {
    return acknowledged.get();
  }
}
