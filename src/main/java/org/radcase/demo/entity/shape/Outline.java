package org.radcase.demo.entity.shape;

/**
 * A smooth closed curve through points in a plane, given as x, y pairs in mm; drawn as an
 * anatomist would, and then made into a solid. The curve is a Catmull-Rom spline.
 */
public final class Outline {
  private static final int STEPS = 5;

  private final double[] xs;
  private final double[] ys;

  private Outline(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** The curve through these points, x and y in turn. */
  public static Outline through(double... xy) {
    var points = xy.length / 2;
    var xs = new double[points * STEPS];
    var ys = new double[points * STEPS];
    for (var i = 0; i < points; i++) {
      for (var s = 0; s < STEPS; s++) {
        var t = (double) s / STEPS;
        xs[i * STEPS + s] = spline(xy, points, i, 0, t);
        ys[i * STEPS + s] = spline(xy, points, i, 1, t);
      }
    }
    return new Outline(xs, ys);
  }

  /** The outline in the (x, y) plane as a solid without ends in z: a picture in a plane. */
  public Solid flat() {
    var box = bounds();
    return new Solid(box, (x, y, z) -> distance(x, y));
  }

  /**
   * The outline drawn in the sagittal plane (first number y, second z) as a slab of half thickness
   * {@code half} around {@code cx}, which narrows towards its sides like a pebble.
   */
  public Solid sagittal(double cx, double half) {
    var box = bounds();
    var solid = new Bounds(cx - half, box.minX(), box.minY(), cx + half, box.maxX(), box.maxY());
    return new Solid(solid, (x, y, z) -> {
      var side = Math.abs(x - cx) / half;
      return distance(y, z) + half * 0.5 * side * side * side * side * side;
    });
  }

  /** Signed distance in the plane, negative inside. */
  public double distance(double x, double y) {
    var nearest = Double.MAX_VALUE;
    var inside = false;
    var n = xs.length;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      var ex = xs[j] - xs[i];
      var ey = ys[j] - ys[i];
      var wx = x - xs[i];
      var wy = y - ys[i];
      var t = Ramp.unit((wx * ex + wy * ey) / (ex * ex + ey * ey + 1e-12));
      var bx = wx - ex * t;
      var by = wy - ey * t;
      nearest = Math.min(nearest, bx * bx + by * by);
      if (ys[i] > y != ys[j] > y && x < ex * (y - ys[i]) / ey + xs[i]) inside = !inside;
    }
    var distance = Math.sqrt(nearest);
    return inside ? -distance : distance;
  }

  private Bounds bounds() {
    var box = Bounds.around(xs[0], ys[0], 0, 0, 0, 1e6);
    for (var i = 1; i < xs.length; i++) {
      box = box.with(Bounds.around(xs[i], ys[i], 0, 0, 0, 1e6));
    }
    return box;
  }

  private static double spline(double[] xy, int points, int i, int axis, double t) {
    var a = xy[2 * Math.floorMod(i - 1, points) + axis];
    var b = xy[2 * i + axis];
    var c = xy[2 * ((i + 1) % points) + axis];
    var d = xy[2 * ((i + 2) % points) + axis];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
