package org.radcase.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.jdbc.CommitListener;
import org.radcase.platform.time.Timers;

/**
 * What a transaction changes, by tags: told when it commits, so that nothing kept from before outlives
 * it, and nothing that somebody read meanwhile is kept. Thread-safe.
 */
@Direct
public class Changes implements CommitListener {
  /** After which a transaction in doubt is told again: longer than a statement may take. */
  private static final List<Integer> DOUBTS_SECONDS = List.of(1, 5, 30);

  private final Stamps stamps;
  private final ScheduledExecutorService later = Timers.named("radcase-doubts");

  // One for each process: a transaction stays on its thread.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

  private static final class Open {
    private final Set<String> tags = new LinkedHashSet<>();
    private long mark;
  }

  @Inject
  Changes(Stamping stamping) {
    stamps = stamping.stamps();
  }

  /** Notes what the open transaction changes; without one it has just changed. */
  public void of(String... tags) {
    var current = open.get();
    if (current != null) {
      current.tags.addAll(List.of(tags));
    } else {
      var mark = freshMark();
      stamps.changing(List.of(tags), mark);
      stamps.changed(List.of(tags), mark);
    }
  }

  /** Whether a transaction is open on this thread: what it reads may never be. */
  public boolean isOpen() {
    return open.get() != null;
  }

  @Override
  public void begun() {
    ended(false);
    open.set(new Open());
  }

  @Override
  public void committing() {
    var current = open.get();
    if (current == null || current.tags.isEmpty()) return;
    current.mark = freshMark();
    stamps.changing(current.tags, current.mark);
  }

  /** A database that did not say whether it committed may do so later: then it is told again. */
  @Override
  public void ended(boolean committed) {
    var current = open.get();
    open.remove();
    if (current == null || current.tags.isEmpty() || current.mark == 0) return;
    stamps.changed(current.tags, current.mark);
    if (committed) return;
    for (var seconds : DOUBTS_SECONDS) {
      var unused = later.schedule(
          () -> stamps.changed(current.tags, freshMark()), seconds, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void end() {
    later.shutdownNow();
  }

  private static long freshMark() {
    return ThreadLocalRandom.current().nextLong() | 1;
  }
}
