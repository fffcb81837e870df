package org.radcase.caches.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * One figure as it was at the last readings: raised by two over the limit in a row, gone after two
 * that are clearly better in a row, so that a figure at its limit does not flicker.
 *
 * @param measured when it could be measured last
 * @param since when it was first over its limit, of the readings that raised it
 * @param over readings in a row over the limit
 * @param better readings in a row clearly better than it
 */
record Watch(Measure last, Instant measured, Instant since, int over, int better, boolean raised) {
  private static final int IN_A_ROW = 2;

  static Watch begin(Measure first, Instant at) {
    return new Watch(first, at, at, 0, 0, false).with(first, at);
  }

  Watch with(Measure now, Instant at) {
    var nowOver = now.isOver() ? Math.min(IN_A_ROW, over + 1) : 0;
    var nowBetter = now.isBetter() ? Math.min(IN_A_ROW, better + 1) : 0;
    var nowSince = raised || over > 0 ? since : at;
    var nowRaised = raised ? nowBetter < IN_A_ROW : nowOver == IN_A_ROW;
    return new Watch(now, at, nowSince, nowOver, nowBetter, nowRaised);
  }

  /** After a reading that did not tell: nothing is in a row with it. */
  Watch untold() {
    return new Watch(last, measured, since, 0, 0, raised);
  }

  /** Whether nothing was told for so long that the last figure says nothing of now. */
  boolean isForgotten(Instant now) {
    return Duration.between(measured, now).compareTo(Window.LENGTH) >= 0;
  }

  Alert alert() {
    return new Alert(last.kind(), last.subject(), since, last.value(), last.limit());
  }
}
