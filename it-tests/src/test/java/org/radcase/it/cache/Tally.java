package org.radcase.it.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcase.it.Answer;

/** Counts what the cache did for people, and keeps in which order they asked. Thread-safe. */
final class Tally {
  private final List<String> trace = new ArrayList<>();
  private long requests;
  private long cacheable;
  private long answered;

  /** Of an answer that no cache was asked for. */
  synchronized void count() {
    requests++;
  }

  /**
   * Of an answer that may come from the cache.
   *
   * @param key of the entry, as far as a client knows it
   */
  synchronized void count(Answer answer, String key) {
    requests++;
    cacheable++;
    if (answer.status() == 304 || answer.header("X-Cache").equals("HIT")) answered++;
    trace.add(key);
  }

  synchronized long requests() {
    return requests;
  }

  /** HITs and 304s over all that may come from the cache. */
  synchronized double hitRate() {
    return answered / (double) cacheable;
  }

  /** For {@code EvictionBench}: one key a line. */
  synchronized void writeTrace(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, trace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
