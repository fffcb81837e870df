package org.radcase.platform.time;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Timers of one thread, which keeps no server from ending. */
public final class Timers {
  private Timers() {}

  /** @param thread its name, as in dumps and profiles */
  public static ScheduledExecutorService named(String thread) {
    return Executors.newSingleThreadScheduledExecutor(work -> {
      var daemon = new Thread(work, thread);
      daemon.setDaemon(true);
      return daemon;
    });
  }
}
