package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Solid;

/**
 * A right hand and wrist from behind, fingers up; the origin lies at the base of the third
 * metacarpal, the thumb on the image's left.
 */
public record HandFilm(BoneFilm film) {
  // Base and head of each metacarpal, thumb first; then lengths of the phalanges.
  private static final double[][] RAYS = {
    {-27, 12, -50, -24, 33, 0, 24},
    {-13, 2, -21, -62, 42, 25, 18},
    {-1, 0, -3, -64, 46, 29, 19},
    {9, 2, 14, -57, 42, 27, 19},
    {18, 6, 29, -47, 34, 20, 17},
  };

  /** Skin and muscles. */
  public void softParts() {
    for (var ray : RAYS) {
      var tip = tip(ray);
      film.soft(
          Solid.tube(
              ray[2],
              ray[3],
              0,
              11,
              0.5 * (ray[2] + tip[0]),
              0.5 * (ray[3] + tip[1]),
              0,
              9.5,
              tip[0],
              tip[1],
              0,
              7),
          9);
    }
    film.soft(
        Outline.through(
                -30, 40, -44, 14, -57, -18, -30, -52, -20, -72, 4, -74, 22, -66, 40, -48, 36, -10,
                30, 20, 28, 44, 30, 90, -28, 90)
            .flat(),
        14);
    film.soft(Outline.through(-40, 10, -58, -22, -44, -30, -24, -10, -22, 14).flat(), 10);
  }

  /** Metacarpals and phalanges but those of the ray {@code without} (0 thumb; -1 none). */
  public void fingers(int without) {
    for (var i = 0; i < RAYS.length; i++) {
      var ray = RAYS[i];
      if (i != without) {
        film.bone(BoneFilm.longBone(ray[0], ray[1], 6.3, 3.9, ray[2], ray[3], 5.9), 4.6, 1.3);
      }
      phalanges(ray);
    }
  }

  /** The phalanges of one ray. */
  private void phalanges(double[] ray) {
    var length = StrictMath.hypot(ray[2] - ray[0], ray[3] - ray[1]);
    var ux = (ray[2] - ray[0]) / length;
    var uy = (ray[3] - ray[1]) / length;
    var x = ray[2] + 3.2 * ux;
    var y = ray[3] + 3.2 * uy;
    for (var k = 4; k < 7; k++) {
      var bone = ray[k];
      if (bone == 0) continue;
      var ex = x + bone * ux;
      var ey = y + bone * uy;
      var last = k == 6;
      var wide = k == 4 ? 5.6 : last ? 4.2 : 4.9;
      film.bone(
          BoneFilm.longBone(x, y, wide, last ? 2.2 : 3.3, ex, ey, last ? 3.1 : wide - 1),
          last ? 2.8 : 3.8,
          1.1);
      x = ex + 2.2 * ux;
      y = ey + 2.2 * uy;
    }
  }

  private static double[] tip(double[] ray) {
    var length =
        Math.sqrt((ray[2] - ray[0]) * (ray[2] - ray[0]) + (ray[3] - ray[1]) * (ray[3] - ray[1]));
    var more = (ray[4] + ray[5] + ray[6] + 7) / length;
    return new double[] {ray[2] + more * (ray[2] - ray[0]), ray[3] + more * (ray[3] - ray[1])};
  }

  /** The eight bones of the wrist. */
  public void carpus() {
    double[][] bones = {
      {-23, 18, 8, 7, 20}, {-12, 11, 6, 5.5, 0}, {0, 16, 7.5, 11, 0}, {13, 15, 8, 9.5, -15},
      {-17, 32, 7, 11, 38}, {-2, 33, 8, 7.5, 0}, {11, 29, 6.5, 7, -30}, {15, 27, 4.5, 5, 0}
    };
    for (var b : bones) {
      var outline = Solid.ellipsoid(b[0], b[1], 0, b[2], b[3], 9)
          .turned(b[0], b[1], b[4])
          .rough(film.noise(), 7, 0.8);
      film.bone(outline, 6.5, 0.9, 1.1);
    }
  }

  /** The end of the radius, moved and turned where it is broken. */
  public Solid radius() {
    return Outline.through(
            -24, 40, -30, 45, -27, 56, -21, 68, -18, 84, -17, 130, -3, 130, -3, 84, -1, 66, 4, 52,
            4, 45, -8, 43.5)
        .flat();
  }

  /** The end of the ulna. */
  public Solid ulna() {
    return Outline.through(
            9, 47, 16, 45, 21, 42, 22, 46, 20.5, 54, 18.5, 66, 18, 84, 18, 130, 9, 130, 9, 84, 9,
            62, 7.5, 54)
        .flat();
  }
}
