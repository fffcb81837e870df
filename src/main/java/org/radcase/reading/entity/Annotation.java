package org.radcase.reading.entity;

import java.util.List;

/**
 * Something drawn or measured on a frame.
 *
 * @param id the client's, unique in its list
 * @param text what its author wrote to it, or empty
 */
public record Annotation(
    String id, AnnotationType type, ReferencedFrame frame, List<Point> points, String text) {
  public Annotation {
    points = List.copyOf(points);
  }
}
