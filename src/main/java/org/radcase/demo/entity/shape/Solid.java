package org.radcase.demo.entity.shape;

/**
 * A body in space: roughly the signed distance to its surface in mm (negative inside), and a box
 * that holds it. Distances of scaled and joined solids are approximations, good near the surface.
 */
public record Solid(Bounds bounds, Field field) implements Field {
  @Override
  public double at(double x, double y, double z) {
    return field.at(x, y, z);
  }

  /** An ellipsoid from its centre and radii. */
  public static Solid ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz) {
    var ix = 1 / rx;
    var iy = 1 / ry;
    var iz = 1 / rz;
    return new Solid(Bounds.around(cx, cy, cz, rx, ry, rz), (x, y, z) -> {
      var ax = (x - cx) * ix;
      var ay = (y - cy) * iy;
      var az = (z - cz) * iz;
      var k = Math.sqrt(ax * ax + ay * ay + az * az);
      var bx = ax * ix;
      var by = ay * iy;
      var bz = az * iz;
      var slope = Math.sqrt(bx * bx + by * by + bz * bz);
      return slope == 0 ? -Math.min(rx, Math.min(ry, rz)) : k * (k - 1) / slope;
    });
  }

  /** A ball. */
  public static Solid ball(double cx, double cy, double cz, double r) {
    return ellipsoid(cx, cy, cz, r, r, r);
  }

  /** A rod with round ends from a to b, of radius {@code ra} at a and {@code rb} at b. */
  public static Solid rod(
      double ax, double ay, double az, double ra, double bx, double by, double bz, double rb) {
    var dx = bx - ax;
    var dy = by - ay;
    var dz = bz - az;
    var inverse = 1 / Math.max(1e-9, dx * dx + dy * dy + dz * dz);
    var box = Bounds.around(ax, ay, az, ra, ra, ra).with(Bounds.around(bx, by, bz, rb, rb, rb));
    return new Solid(box, (x, y, z) -> {
      var px = x - ax;
      var py = y - ay;
      var pz = z - az;
      var t = Ramp.unit((px * dx + py * dy + pz * dz) * inverse);
      px -= t * dx;
      py -= t * dy;
      pz -= t * dz;
      return Math.sqrt(px * px + py * py + pz * pz) - ra - (rb - ra) * t;
    });
  }

  /** A chain of rods through points (x, y, z, radius), four numbers a point. */
  public static Solid tube(double... points) {
    var all =
        rod(points[0], points[1], points[2], points[3], points[4], points[5], points[6], points[7]);
    for (var i = 4; i + 7 < points.length; i += 4) {
      all = all.join(
          rod(
              points[i],
              points[i + 1],
              points[i + 2],
              points[i + 3],
              points[i + 4],
              points[i + 5],
              points[i + 6],
              points[i + 7]),
          1.5);
    }
    return all;
  }

  /** A box with rounded edges, from its centre and half sides. */
  public static Solid box(
      double cx, double cy, double cz, double hx, double hy, double hz, double round) {
    return new Solid(Bounds.around(cx, cy, cz, hx, hy, hz), (x, y, z) -> {
      var qx = Math.abs(x - cx) - hx + round;
      var qy = Math.abs(y - cy) - hy + round;
      var qz = Math.abs(z - cz) - hz + round;
      var ox = Math.max(qx, 0);
      var oy = Math.max(qy, 0);
      var oz = Math.max(qz, 0);
      var inside = Math.min(Math.max(qx, Math.max(qy, qz)), 0);
      return Math.sqrt(ox * ox + oy * oy + oz * oz) + inside - round;
    });
  }

  /** Both; {@code blend} mm of rounding where they meet, 0 for a sharp edge. */
  public Solid join(Solid other, double blend) {
    var round = Math.max(blend, 1e-6);
    var there = other.bounds;
    return new Solid(bounds.with(there).grow(blend / 4), (x, y, z) -> {
      var a = field.at(x, y, z);
      if (there.away(x, y, z) > a + round) return a; // too far to matter
      var b = other.field.at(x, y, z);
      var h = Math.max(round - Math.abs(a - b), 0) / round;
      return Math.min(a, b) - h * h * round / 4;
    });
  }

  /** What lies in this and not in {@code other}. */
  public Solid cut(Field other) {
    return new Solid(bounds, (x, y, z) -> {
      var a = field.at(x, y, z);
      return a > 4 ? a : Math.max(a, -other.at(x, y, z));
    });
  }

  /** What lies in this and in {@code other}. */
  public Solid within(Solid other) {
    return new Solid(bounds.within(other.bounds), (x, y, z) -> {
      var a = field.at(x, y, z);
      return a > 4 ? a : Math.max(a, other.field.at(x, y, z));
    });
  }

  /** What lies in this, where {@code limit} is negative. */
  public Solid where(Field limit) {
    return within(new Solid(Bounds.EVERYWHERE, limit));
  }

  /** The solid with its surface moved outwards by {@code mm}. */
  public Solid grow(double mm) {
    return new Solid(bounds.grow(mm), (x, y, z) -> field.at(x, y, z) - mm);
  }

  /** The solid with a surface that bulges by about {@code mm}, over lengths of {@code scale} mm. */
  public Solid rough(Noise noise, double scale, double mm) {
    var f = 1 / scale;
    return new Solid(bounds.grow(2 * mm), (x, y, z) -> {
      var d = field.at(x, y, z);
      return Math.abs(d) > 5 * mm ? d : d + mm * noise.at(x * f, y * f, z * f);
    });
  }

  /** The solid, moved. */
  public Solid moved(double dx, double dy, double dz) {
    return new Solid(bounds.moved(dx, dy, dz), (x, y, z) -> field.at(x - dx, y - dy, z - dz));
  }

  /** The solid and its mirror image on the other side of the patient. */
  public Solid onBothSides() {
    var reach = Math.max(Math.abs(bounds.minX()), Math.abs(bounds.maxX()));
    var box = new Bounds(-reach, bounds.minY(), bounds.minZ(), reach, bounds.maxY(), bounds.maxZ());
    var sign = bounds.minX() + bounds.maxX() >= 0 ? 1 : -1;
    return new Solid(box, (x, y, z) -> field.at(sign * Math.abs(x), y, z));
  }

  /** The mirror image on the other side of the patient. */
  public Solid mirrored() {
    var box = new Bounds(
        -bounds.maxX(), bounds.minY(), bounds.minZ(), -bounds.minX(), bounds.maxY(), bounds.maxZ());
    return new Solid(box, (x, y, z) -> field.at(-x, y, z));
  }

  /** The solid, turned about the z axis through (cx, cy); positive turns x towards y. */
  public Solid turned(double cx, double cy, double degrees) {
    var c = StrictMath.cos(Math.toRadians(degrees));
    var s = StrictMath.sin(Math.toRadians(degrees));
    var rx = Math.max(bounds.maxX() - cx, cx - bounds.minX());
    var ry = Math.max(bounds.maxY() - cy, cy - bounds.minY());
    var reach = Math.sqrt(rx * rx + ry * ry);
    var box =
        new Bounds(cx - reach, cy - reach, bounds.minZ(), cx + reach, cy + reach, bounds.maxZ());
    return new Solid(box, (x, y, z) -> {
      var dx = x - cx;
      var dy = y - cy;
      return field.at(cx + c * dx + s * dy, cy - s * dx + c * dy, z);
    });
  }
}
