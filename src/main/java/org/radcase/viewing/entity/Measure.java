package org.radcase.viewing.entity;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is measured of one visit of a case: a whole number in the unit with which the term ends, or a
 * count. Times are from the beginning of the navigation.
 */
public enum Measure {
  /** The server's picture of the first frame is on the screen. */
  PREVIEW("previewMillis", Limits.MILLIS, 300),
  /** The stored values of the first frame are on the screen. */
  TRUE_PIXELS("truePixelsMillis", Limits.MILLIS, 500),
  /** All frames of the series that is shown first have arrived. */
  WHOLE_SERIES("wholeSeriesMillis", Limits.MILLIS),
  /** Frames of all series that have arrived. Every visit has it. */
  FRAMES("frames", Limits.COUNT),
  /** Received for frames, in 1,000 bytes; those from the browser's cache are none. */
  RECEIVED("frameKilobytes", Limits.KILOBYTES),
  /** Tasks of the main thread over 50 ms. Source: W3C Long Tasks API. */
  LONG_TASKS("longTasks", Limits.COUNT),
  LONGEST_TASK("longestTaskMillis", Limits.MILLIS),
  /** What the viewer keeps at the end of the visit, by its own account, in 1,000 bytes. */
  MEMORY("memoryKilobytes", Limits.KILOBYTES),
  /** The page's JavaScript heap at the end of the visit; only Chromium tells it. */
  HEAP("heapKilobytes", Limits.KILOBYTES),
  SCRIPT_ERRORS("scriptErrors", Limits.COUNT),
  MISSING_FRAMES("missingFrames", Limits.COUNT);

  /** More is no visit, but a liar or a machine that slept. */
  private static final class Limits {
    private static final int MILLIS = 3_600_000;
    private static final int COUNT = 1_000_000;
    private static final int KILOBYTES = 100_000_000;
  }

  private final String term;
  private final int most;
  private final OptionalInt goal;

  Measure(String term, int most) {
    this.term = term;
    this.most = most;
    this.goal = OptionalInt.empty();
  }

  Measure(String term, int most, int goal) {
    this.term = term;
    this.most = most;
    this.goal = OptionalInt.of(goal);
  }

  public static Optional<Measure> of(String term) {
    return Stream.of(values()).filter(measure -> measure.term.equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return term;
  }

  /** The largest value that is taken; the least is 0. */
  public int most() {
    return most;
  }

  /** What 95 of 100 visits should stay under. */
  public OptionalInt goal() {
    return goal;
  }
}
