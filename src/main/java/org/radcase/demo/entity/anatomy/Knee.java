package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.CARTILAGE;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.SKIN;
import static org.radcase.demo.entity.image.Tissue.SPONGY;
import static org.radcase.demo.entity.image.Tissue.TENDON;
import static org.radcase.demo.entity.image.Tissue.WATER;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A left knee for MR; the joint line is z = 0, the outer side at positive x.
 *
 * @param fluid how far an effusion widens the joint, mm; 0 in health
 */
public record Knee(Noise noise, double fluid) {

  /** The lower end of the femur. */
  public Solid femur() {
    var shaft = Solid.tube(0, -8, 120, 15, 0, -6, 60, 17, 0, -4, 36, 22);
    var condyles = Solid.ellipsoid(21, 8, 20, 17, 28, 19).onBothSides();
    var front = Solid.ellipsoid(0, -14, 26, 30, 14, 20);
    return shaft.join(condyles, 12).join(front, 8).cut(Solid.ellipsoid(0, 26, 8, 8.5, 26, 17));
  }

  /** The upper end of the tibia. */
  public Solid tibia() {
    var plateau = Solid.ellipsoid(0, 4, -24, 40, 30, 22)
        .where((x, y, z) -> z + 4.2 + 0.05 * y - 5 * Ramp.hill(x, 9));
    return plateau.join(Solid.tube(0, -8, -40, 20, 0, -2, -70, 15, 0, 0, -130, 13), 12);
  }

  /** Paints all but the anterior cruciate ligament. */
  public void paint(Canvas canvas, Contrast contrast) {
    softParts(canvas, contrast);
    joint(canvas, contrast);
    bones(canvas, contrast);
    menisci(canvas, contrast);
    ligaments(canvas, contrast);
  }

  private void softParts(Canvas canvas, Contrast contrast) {
    var limb = new Solid(new Bounds(-66, -72, -140, 66, 76, 140), (x, y, z) -> {
      var w = 56 + 0.0016 * z * z * (z > 0 ? 1 : 0.6) - 5 * Ramp.hill(z + 30, 60);
      var ex = x / w;
      var ey = (y - 3) / (w * 1.05 + 3 * Ramp.hill(z - 30, 40));
      return (Math.sqrt(ex * ex + ey * ey) - 1) * w;
    });
    var fat = contrast.of(FAT);
    canvas.paint(limb, contrast.of(SKIN));
    canvas.paint(
        limb.grow(-1.6),
        (x, y, z, depth) ->
            fat * (1 - 0.10 * Ramp.smooth(1, 1.6, Math.abs(noise.at(x / 9, y / 9, z / 9)))));
    var muscle = strands(contrast);
    var quads = Solid.ellipsoid(14, -26, 112, 30, 20, 66).onBothSides();
    var hamstrings = Solid.ellipsoid(30, 34, 84, 15, 17, 66).onBothSides();
    var calf = Solid.tube(22, 34, 26, 9, 24, 42, -10, 14, 22, 44, -70, 21, 20, 40, -140, 24)
        .onBothSides();
    var deep = Solid.ellipsoid(6, 30, -60, 26, 14, 54);
    var shin = Solid.ellipsoid(30, -4, -92, 15, 20, 56);
    canvas.paint(
        quads
            .join(hamstrings, 0)
            .join(calf, 0)
            .join(deep, 0)
            .join(shin, 0)
            .rough(noise, 12, 1)
            .within(limb.grow(-5)),
        muscle);
    canvas.paint(
        Solid.tube(2, 36, 130, 4, 1, 34, 30, 3.6, 2, 38, -30, 3.4, 4, 34, -130, 2.6),
        contrast.of(BLOOD));
    canvas.paint(Solid.tube(8, 40, 130, 4, 7, 38, 20, 4, 7, 42, -130, 3), contrast.of(BLOOD) + 40);
  }

  private Shade strands(Contrast contrast) {
    var muscle = contrast.of(MUSCLE);
    var fat = contrast.of(FAT);
    return (x, y, z, depth) -> Ramp.mix(
        muscle * (1 + 0.04 * noise.at(x / 3, y / 3, z / 9)),
        fat,
        0.6 * Ramp.smooth(1.5, 2.2, noise.at(x / 6, y / 6, z / 26)));
  }

  private void joint(Canvas canvas, Contrast contrast) {
    var tendon = contrast.of(TENDON);
    canvas.paint(
        Solid.ellipsoid(0, -34, 2, 26, 15, 21).rough(noise, 9, 1), contrast.of(FAT) * 0.96);
    canvas.paint(Solid.tube(0, -47, 50, 5, 0, -44, 74, 5, 0, -36, 120, 6), tendon);
    canvas.paint(Solid.tube(0, -48, 14, 3.6, 0, -42, -12, 3.4, 0, -29, -36, 4.4), tendon);
    if (fluid > 0) {
      var water = contrast.of(WATER);
      var recess = Solid.ellipsoid(0, -32, 58, 24, 3 + fluid, 26).rough(noise, 12, 1);
      var sides = femur().grow(2 + 0.35 * fluid).within(Solid.ellipsoid(0, 2, 16, 46, 36, 27));
      var popliteal = Solid.ellipsoid(0, 33, 10, 20, 2 + 0.5 * fluid, 14);
      canvas.paint(recess.join(sides, 4).join(popliteal, 4), water);
    }
  }

  private void bones(Canvas canvas, Contrast contrast) {
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    Shade bone = (x, y, z, depth) -> Ramp.mix(
        cortex,
        spongy * (1 + 0.03 * noise.at(x / 2.5, y / 2.5, z / 2.5)),
        Ramp.smooth(0.6, 1.5, depth));
    var femur = femur();
    var tibia = tibia();
    var patella =
        Solid.ellipsoid(0, -46, 32, 20, 9, 19).where((x, y, z) -> y + 37.5 + 0.18 * Math.abs(x));
    var cartilage = contrast.of(CARTILAGE);
    canvas.paint(
        femur
            .grow(2.3)
            .where((x, y, z) -> Math.max(z - 32 + 0.2 * y, 6 - Math.abs(x) - Math.max(0, 6 - y))),
        cartilage);
    canvas.paint(
        tibia
            .grow(2.2)
            .where((x, y, z) -> Math.max(Math.max(-8 - z, Math.abs(x) - 34), Math.abs(y - 4) - 22)),
        cartilage);
    canvas.paint(patella.grow(2).where((x, y, z) -> -42 - y), cartilage);
    canvas.paint(patella, bone);
    canvas.paint(femur, bone);
    canvas.paint(tibia, bone);
    canvas.paint(Solid.tube(37, 24, -22, 8, 38, 26, -46, 5.5, 38, 26, -130, 5), bone);
    scars(canvas, cortex, spongy);
  }

  private void scars(Canvas canvas, double cortex, double spongy) {
    var upper = femur()
        .grow(-1)
        .where((x, y, z) -> Math.abs(z - 34 - 0.06 * y - 1.5 * noise.at(x / 11, y / 11, 1)) - 0.7);
    var lower = tibia()
        .grow(-1)
        .where((x, y, z) -> Math.abs(z + 21 - 0.08 * y - 1.2 * noise.at(x / 11, y / 11, 2)) - 0.7);
    canvas.tint(upper, 0.55, Ramp.mix(cortex, spongy, 0.3));
    canvas.tint(lower, 0.55, Ramp.mix(cortex, spongy, 0.3));
  }

  private void menisci(Canvas canvas, Contrast contrast) {
    var ring = new Solid(new Bounds(2, -26, -9, 46, 34, 10), (x, y, z) -> {
          var dx = (x - 21) / 0.82;
          var dy = (y - 4) / 1.12;
          var rho = Math.sqrt(dx * dx + dy * dy);
          var wedge = Math.abs(z + 0.3 + 0.05 * y) - 0.36 * (rho - 10.5);
          var open = x < 12 ? 9 - Math.abs(y - 4) : -9;
          return Math.max(Math.max(wedge, rho - 21), open);
        })
        .onBothSides();
    canvas.paint(ring.cut(femur().grow(1.4)).cut(tibia().grow(1)), contrast.of(TENDON));
  }

  private void ligaments(Canvas canvas, Contrast contrast) {
    var posterior = Solid.tube(-5, -2, 16, 4.5, -4, 12, 18, 5, -2, 24, 8, 4.5, 0, 31, -14, 3.6);
    canvas.paint(posterior, contrast.of(TENDON) * 0.8);
    canvas.paint(Solid.tube(-43, -2, 26, 2, -44, 0, 0, 2, -38, -4, -40, 2), contrast.of(TENDON));
    canvas.paint(Solid.tube(42, 4, 22, 2, 42, 14, -2, 2, 38, 24, -20, 2), contrast.of(TENDON));
  }

  /** The way of the anterior cruciate ligament, {@code radius} mm thick. */
  public Solid cruciate(double radius) {
    return Solid.tube(7, 18, 22, radius, 2, 6, 8, radius, -3, -8, -3, radius);
  }
}
