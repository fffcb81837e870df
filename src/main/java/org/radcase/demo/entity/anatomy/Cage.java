package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * The inner surface of the thoracic wall and the ribs on it. The origin lies at the carina; ribs
 * are numbered from 0 and fall from the spine to the side.
 */
final class Cage {
  private static final double FIRST_RIB = 122;
  private static final double CARTILAGE_FROM = 0.76;

  private Cage() {}

  /** Distance to the inner surface, mm, negative inside. */
  static double inner(double x, double y, double z) {
    var wall = wall(x, y, z);
    return z < 60 ? wall : Math.max(wall, z - 132 + 0.004 * x * x);
  }

  /** The same without the roof under the neck. */
  private static double wall(double x, double y, double z) {
    var t = Ramp.unit((z + 60) / 190);
    var narrow = t * t * t;
    var ex = x / (136 * (1 - 0.46 * narrow));
    var ey = (y + 2 - 8 * narrow) / (87 * (1 - 0.4 * narrow));
    var round = Math.sqrt(ex * ex + ey * ey);
    var square = Math.sqrt(Math.sqrt(ex * ex * ex * ex + ey * ey * ey * ey));
    var k = 0.75 * round + 0.25 * square;
    return (k - 1) * (y * y > x * x ? 90 : 112) * (1 - 0.4 * narrow);
  }

  /** All that lies up to {@code mm} outside the inner surface. */
  static Solid within(double mm) {
    return new Solid(
        new Bounds(-150 - mm, -100 - mm, -220, 150 + mm, 100 + mm, 150),
        (x, y, z) -> inner(x, y, z) - mm);
  }

  /** The bony ribs. */
  static Solid ribs() {
    return new Solid(new Bounds(-152, -106, -220, 152, 106, 140), Cage::rib);
  }

  /** The cartilages from the ribs to the sternum. */
  static Solid cartilages() {
    return new Solid(new Bounds(-120, -106, -150, 120, 0, 110), (x, y, z) -> {
      var t = around(x, y);
      if (t < CARTILAGE_FROM || t > 0.955) return 8;
      var i = index(t, z);
      return i < 0 || i > 7 ? 8 : crossing(x, y, z, t, i, 3.6);
    });
  }

  private static double rib(double x, double y, double z) {
    var shell = wall(x, y, z);
    if (shell < -8) return -shell - 7;
    if (shell > 18) return shell - 10;
    var t = around(x, y);
    if (t < 0.045 || t > CARTILAGE_FROM) return 8;
    var i = index(t, z);
    if (i < 0 || i > 11 || (i == 11 && t > 0.4) || (i == 10 && t > 0.6)) return 8;
    return crossing(x, y, z, t, i, 3.9);
  }

  private static double crossing(double x, double y, double z, double t, int i, double thick) {
    var g = fall(t);
    var dz = (FIRST_RIB - z - drop(i) * g - 23.5 * i) * (0.8 + 0.2 * Math.abs(2 * t - 1));
    var dr = wall(x, y, z) - 5.2;
    var high = i == 0 ? 4.2 : 5.8;
    var e = Math.sqrt(dr * dr / (thick * thick) + dz * dz / (high * high));
    return (e - 1) * thick;
  }

  /** 0 at the spine, 1 at the sternum. */
  private static double around(double x, double y) {
    return Ramp.angle(Math.abs(x), y - 8) / Math.PI;
  }

  private static double fall(double t) {
    return t < CARTILAGE_FROM
        ? t / CARTILAGE_FROM * (1.35 - 0.35 * t / CARTILAGE_FROM)
        : 1 - 2.2 * (t - CARTILAGE_FROM);
  }

  private static double drop(int i) {
    return 56 + 5 * i;
  }

  private static int index(double t, double z) {
    var g = fall(t);
    return (int) Math.round((FIRST_RIB - z - 56 * g) / (23.5 + 5 * g));
  }
}
