package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * How a mass pushes its neighbours: all points within {@code reach} of a centre (further along x) move by up to
 * (dx, dy, dz) mm, those at the centre most.
 */
public record Shift(
    double cx, double cy, double cz, double reach, double dx, double dy, double dz) {
  /** Nothing moves. */
  public static final Shift NONE = new Shift(0, 0, 0, 1, 0, 0, 0);

  /** Where what is now seen at a point has come from. */
  public double[] source(double x, double y, double z) {
    var ox = 0.55 * (x - cx); // the midline moves too, far from the mass
    var oy = y - cy;
    var oz = z - cz;
    var k = Ramp.hill(Math.sqrt(ox * ox + oy * oy + oz * oz), reach);
    return new double[] {x - k * dx, y - k * dy, z - k * dz};
  }

  /** The solid, pushed. */
  public Solid on(Solid solid) {
    if (this.equals(NONE)) return solid;
    var most = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
    return new Solid(solid.bounds().grow(most), (x, y, z) -> {
      var p = source(x, y, z);
      return solid.at(p[0], p[1], p[2]);
    });
  }
}
