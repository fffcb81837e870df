package org.radcase.demo.entity.image;

/** The value of a tissue at a point inside a solid. */
@FunctionalInterface
public interface Shade {
  /** The value at a point in mm, {@code depth} mm below the surface of the painted solid. */
  double at(double x, double y, double z, double depth);
}
