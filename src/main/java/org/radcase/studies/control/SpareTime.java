package org.radcase.studies.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Does things one after the other in the background, and rests as long as it works, so that people come
 * first. What waits already is not put down twice; beyond a hundred thousand things, new ones are
 * forgotten. Thread-safe.
 */
public final class SpareTime implements AutoCloseable {
  private static final Logger LOG = System.getLogger("org.radcase.storage");
  private static final int MOST_WAITING = 100_000;

  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor hand;

  /** @param name of its thread */
  public SpareTime(String name) {
    hand = new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          var thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Puts down what is to be done.
   *
   * @param what two that are called the same are one
   */
  public void put(String what, Runnable work) {
    if (waiting.size() < MOST_WAITING && waiting.add(what)) hand.execute(() -> work(what, work));
  }

  private void work(String what, Runnable work) {
    waiting.remove(what);
    var start = System.nanoTime();
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, what + " is left undone", e);
    }
    LockSupport.parkNanos(System.nanoTime() - start);
  }

  /** Does nothing more. */
  @Override
  public void close() {
    hand.shutdownNow();
  }
}
