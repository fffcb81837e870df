package org.radcase.baseline;

import java.time.Duration;
import java.util.ArrayList;

/** Measures work and its peer in turns, so that both meet the same noise. */
public final class InTurns {
  /** What is done again and again, on one thread. */
  @FunctionalInterface
  public interface Work {
    /** Returns whether it did what it is for. */
    boolean once() throws Exception;
  }

  private static final String UNIT = "µs";

  private InTurns() {}

  /** In microseconds each time. */
  public static Turns measure(
      Effort effort, String group, String name, Work work, String peer, Work peerWork)
      throws Exception {
    micros(work, effort.warmUp());
    micros(peerWork, effort.warmUp());
    var values = new ArrayList<Double>();
    var peers = new ArrayList<Double>();
    for (var turn = 0; turn < effort.turns(); turn++) {
      // Neither is always the one that comes after the other.
      if (turn % 2 == 0) values.add(micros(work, effort.turn()));
      peers.add(micros(peerWork, effort.turn()));
      if (turn % 2 == 1) values.add(micros(work, effort.turn()));
    }
    return new Turns(group, name, UNIT, peer, values, peers);
  }

  private static double micros(Work work, Duration howLong) throws Exception {
    var start = System.nanoTime();
    var times = 0;
    long nanos;
    do {
      if (!work.once()) throw new IllegalStateException("It did nothing");
      times++;
      nanos = System.nanoTime() - start;
    } while (nanos < howLong.toNanos());
    return nanos / 1e3 / times;
  }
}
