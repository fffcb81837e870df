package org.radcase.reading.entity;

/**
 * A point on an image, in pixels and parts of them: the top left corner of the top left pixel is
 * (0, 0), its center (0.5, 0.5). Source: PS3.3 C.18.6.1.1.
 */
public record Point(double column, double row) {
  public Point {
    if (!Double.isFinite(column) || !Double.isFinite(row)) {
      throw new IllegalArgumentException("Not a point");
    }
  }
}
