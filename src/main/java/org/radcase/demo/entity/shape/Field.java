package org.radcase.demo.entity.shape;

/** A number for every point of space; for a {@link Solid}, the signed distance to its surface. */
@FunctionalInterface
public interface Field {
  /** The value at a point given in mm. */
  double at(double x, double y, double z);
}
