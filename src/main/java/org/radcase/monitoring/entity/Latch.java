package org.radcase.monitoring.entity;

/**
 * Whether a figure has passed a limit: yes after two readings over it in a row, no again after two in a
 * row that are clearly better, so that a figure at its limit does not flicker.
 *
 * @param over readings in a row over the limit
 * @param better readings in a row clearly better than it
 */
record Latch(int over, int better, boolean raised) {
  static final Latch OPEN = new Latch(0, 0, false);

  private static final int IN_A_ROW = 2;

  Latch with(Measure now, Severity severity) {
    var nowOver = now.isOver(severity) ? Math.min(IN_A_ROW, over + 1) : 0;
    var nowBetter = now.isBetter(severity) ? Math.min(IN_A_ROW, better + 1) : 0;
    return new Latch(nowOver, nowBetter, raised ? nowBetter < IN_A_ROW : nowOver == IN_A_ROW);
  }

  /** After a reading that did not tell: nothing is in a row with it. */
  Latch untold() {
    return new Latch(0, 0, raised);
  }
}
