package org.radcase.reading.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was drawn, and of how many points. A constant's name is kept for years: it never changes. */
public enum AnnotationType {
  LENGTH(2),
  /** The vertex is the second point. */
  ANGLE(3),
  /** Two lines of two points. */
  COBB(4),
  /** The long axis, then the short one. */
  BIDIRECTIONAL(4),
  /** Opposite corners of its bounding box. */
  ELLIPSE(2),
  /** Opposite corners. */
  RECTANGLE(2),
  FREEHAND(3, 1_000),
  PROBE(1),
  /** Its tip, then its end, where the text stands. */
  ARROW(2);

  private final int leastPoints;
  private final int mostPoints;

  AnnotationType(int points) {
    this(points, points);
  }

  AnnotationType(int leastPoints, int mostPoints) {
    this.leastPoints = leastPoints;
    this.mostPoints = mostPoints;
  }

  public int leastPoints() {
    return leastPoints;
  }

  public int mostPoints() {
    return mostPoints;
  }

  /** As in JSON. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AnnotationType> of(String term) {
    return Stream.of(values()).filter(type -> type.term().equals(term)).findFirst();
  }
}
