package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.AIR;
import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.LUNG;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;

import java.util.ArrayList;
import java.util.List;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;
import org.radcase.demo.entity.shape.Tree;

/** Both lungs, their vessels and airways. */
public final class Lungs {
  private final Noise noise;
  private final Solid right;
  private final Solid left;
  private final List<Tree.Branch> vessels = new ArrayList<>();

  /** The lungs around this heart; {@code seed} makes the vessels. */
  public Lungs(Noise noise, Heart heart, long seed) {
    this.noise = noise;
    var middle = mediastinum(heart);
    right = lung(middle, -1);
    left = lung(middle, 1);
    vessels.addAll(Tree.into(right, new double[] {-44, 8, -18}, 420, 0.92, 7.5, seed));
    vessels.addAll(Tree.into(left, new double[] {50, 16, -18}, 380, 0.92, 7.5, seed + 1));
    vessels.addAll(Tree.into(right, new double[] {-34, 10, -44}, 200, 0.8, 6, seed + 2));
    vessels.addAll(Tree.into(left, new double[] {38, 12, -44}, 180, 0.8, 6, seed + 3));
  }

  /** The right lung. */
  public Solid right() {
    return right;
  }

  /** The left lung. */
  public Solid left() {
    return left;
  }

  /** Height of the diaphragm at a place, mm above the carina. */
  public static double diaphragm(double x, double y) {
    var onRight = Ramp.smooth(12, -12, x);
    var top = Ramp.mix(-110, -98, onRight);
    var dx = Math.abs(x) - 62;
    var dy = y + 18;
    return top - 0.0046 * dx * dx - (dy > 0 ? 0.0066 : 0.0028) * dy * dy;
  }

  private Solid lung(Solid middle, int side) {
    var box =
        side < 0 ? new Bounds(-140, -92, -180, 0, 92, 134) : new Bounds(0, -92, -180, 140, 92, 134);
    return new Solid(box, (x, y, z) -> {
      var wall = Cage.inner(x, y, z) + 1.5;
      var apex = z - 124 + 0.014 * (Math.abs(x) - 48) * (Math.abs(x) - 48);
      var d = Math.max(Math.max(wall, apex), 0.8 * (diaphragm(x, y) - z));
      d = Math.max(d, 3 - side * x);
      return d > 6 ? d : Math.max(d, -middle.at(x, y, z));
    });
  }

  private Solid mediastinum(Heart heart) {
    var upper = new Solid(new Bounds(-60, -95, -40, 60, 70, 140), (x, y, z) -> {
      var half = 27
          + 8 * Ramp.smooth(50, 110, z)
          - 20 * Ramp.smooth(-28, -62, y)
          + 3 * noise.at(y / 18, z / 26, x < 0 ? 3 : 8);
      return Math.max(Math.abs(x - 2) - half, -24 - z);
    });
    var hila = Solid.ellipsoid(30, 6, -16, 19, 14, 22).onBothSides();
    var column = new Solid(
        new Bounds(-34, 10, -180, 38, 95, 140),
        (x, y, z) -> Math.sqrt(x * x + 1.1 * (y - 56) * (y - 56)) - 25);
    var base = Solid.box(0, 20, -100, 22, 40, 90, 12);
    return upper
        .join(heart.outline(), 8)
        .join(hila, 8)
        .join(column, 8)
        .join(base, 10)
        .join(heart.aorta().grow(3), 4);
  }

  void paint(Canvas canvas, Contrast contrast) {
    var lung = contrast.of(LUNG);
    var scale = Math.abs(lung) / 850;
    for (var side : List.of(right, left)) {
      canvas.paint(
          side,
          (x, y, z, depth) -> lung
              + scale
                  * (26 * noise.at(x / 11, y / 11, z / 11)
                      + 0.4 * (y + 20)
                      + 14 * noise.at(x / 3, y / 3, z / 3)));
    }
    fissures(canvas, lung + 190 * scale);
    var blood = contrast.of(BLOOD);
    for (var branch : vessels) {
      var share = Ramp.unit(0.35 + branch.radius() * 0.5);
      canvas.tint(branch.solid(), share, blood);
    }
    airways(canvas, contrast);
  }

  private void fissures(Canvas canvas, double value) {
    for (var side : List.of(right, left)) {
      var oblique = new Solid(
          side.bounds(),
          (x, y, z) -> Math.max(
              side.at(x, y, z),
              0.75 * Math.abs(z - 0.95 * (y - 6) + 22 + 3 * noise.at(x / 40, y / 40, 3)) - 0.5));
      canvas.tint(oblique, 0.55, value);
    }
    var minor = new Solid(
        right.bounds(),
        (x, y, z) -> Math.max(
            Math.max(right.at(x, y, z), y - 6),
            Math.abs(z + 26 + 0.03 * (x + 70) + 3 * noise.at(x / 40, y / 40, 9)) - 0.6));
    canvas.tint(minor, 0.5, value);
  }

  private void airways(Canvas canvas, Contrast contrast) {
    var trunk = Solid.tube(0, 14, 130, 8.5, 0, 16, 40, 8.5, 0, 17, 4, 9);
    var main = Solid.tube(0, 17, 4, 7.5, -30, 18, -22, 6.5, -44, 16, -40, 4.5, -56, 24, -80, 3)
        .join(Solid.tube(0, 17, 4, 7, 42, 20, -26, 6, 54, 28, -48, 4, 62, 36, -84, 2.8), 4)
        .join(Solid.tube(-30, 18, -20, 5, -46, 14, -4, 3.6, -58, 8, 22, 2.4), 4)
        .join(Solid.tube(44, 20, -24, 4.6, 56, 10, -8, 3.4, 64, 0, 22, 2.4), 4)
        .join(Solid.tube(-42, 16, -38, 3.6, -62, -10, -54, 2.2), 3);
    var all = trunk.join(main, 5);
    canvas.paint(all.grow(1.4), contrast.of(MUSCLE));
    canvas.paint(all, contrast.of(AIR));
  }
}
