package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.BOWEL;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.KIDNEY;
import static org.radcase.demo.entity.image.Tissue.LIVER;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.PANCREAS;
import static org.radcase.demo.entity.image.Tissue.PELVIS;
import static org.radcase.demo.entity.image.Tissue.SKIN;
import static org.radcase.demo.entity.image.Tissue.SPLEEN;
import static org.radcase.demo.entity.image.Tissue.SPONGY;
import static org.radcase.demo.entity.image.Tissue.VEIN;
import static org.radcase.demo.entity.image.Tissue.WATER;

import java.util.List;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;
import org.radcase.demo.entity.shape.Tree;

/** An upper abdomen, from the dome of the liver (z = 80) to the iliac crests (z = -110). */
public final class Abdomen {
  private final Noise noise;
  private final double aorta;
  private final List<Tree.Branch> hepatic;
  private final List<Tree.Branch> portal;
  private final Bowel bowel;

  /** An abdomen whose aorta has this radius in mm at its widest (10 in health). */
  public Abdomen(Noise noise, double aorta, long seed) {
    this.noise = noise;
    this.aorta = aorta;
    hepatic = Tree.into(liver(), new double[] {-24, 18, 60}, 60, 1.6, 7, seed);
    portal = Tree.into(liver(), new double[] {-30, -2, 18}, 70, 1.5, 7, seed + 1);
    bowel = new Bowel(noise, seed + 2);
  }

  /** The body's surface. */
  public Solid body() {
    return new Solid(new Bounds(-176, -125, -260, 176, 122, 190), (x, y, z) -> {
      var ex = x / (162 + 0.04 * (z + 110) * Ramp.smooth(-110, 0, z));
      var ey = (y - 2) / (y > 2 ? 108 : 116);
      var round = Math.sqrt(ex * ex + ey * ey);
      var square = Math.sqrt(Math.sqrt(ex * ex * ex * ex + ey * ey * ey * ey));
      var groove = y > 0 ? 5 * Ramp.hill(x, 18) : 3 * Ramp.hill(x, 9);
      return ((0.68 * round + 0.32 * square) - 1) * 120 + groove;
    });
  }

  /** The liver. */
  public Solid liver() {
    var rightLobe = Solid.ellipsoid(-72, -8, 18, 62, 82, 78);
    var leftLobe = Solid.ellipsoid(-4, -50, 38, 62, 27, 36);
    return rightLobe
        .join(leftLobe, 24)
        .rough(noise, 40, 2.5)
        .within(cavity().grow(-3))
        .where((x, y, z) -> 0.5 * (x + 62) - 0.9 * (z + 20))
        .cut(Solid.ellipsoid(-4, 36, 10, 36, 46, 200));
  }

  /** The spleen. */
  public Solid spleen() {
    return Solid.ellipsoid(104, 36, 34, 22, 46, 50)
        .turned(104, 36, 18)
        .rough(noise, 26, 2)
        .cut(Solid.ellipsoid(78, 18, 26, 22, 28, 60));
  }

  /** The gallbladder. */
  public Solid gallbladder() {
    return Solid.tube(-44, -40, 14, 7, -54, -52, 2, 14, -58, -62, -12, 13);
  }

  /** One kidney with its sinus: side -1 is the right one. */
  public Solid kidney(int side) {
    var low = side < 0 ? -18 : -6;
    var whole = Solid.ellipsoid(side * 64, 44, low, 28, 25, 54).turned(side * 64, 44, side * 28);
    return whole.rough(noise, 16, 0.8);
  }

  /** The sinus of a kidney, where pelvis, vessels and fat lie. */
  public Solid sinus(int side) {
    var low = side < 0 ? -18 : -6;
    return Solid.ellipsoid(side * 52, 36, low, 19, 11, 30)
        .turned(side * 52, 36, side * 28)
        .rough(noise, 9, 2.4);
  }

  /** The aorta down to its bifurcation. */
  public Solid aortaSolid() {
    return Solid.tube(
            14, 34, 190, 11, 12, 30, 60, 10.5, 9, 25, 10, 10, 8, 20, -40, aorta, 6, 20, -70, aorta,
            2, 22, -100, 10)
        .join(
            Solid.tube(2, 22, -100, 8, 24, 26, -150, 7)
                .join(Solid.tube(2, 22, -100, 8, -24, 26, -150, 7), 3),
            4);
  }

  private Solid cavity() {
    return new Solid(new Bounds(-150, -108, -260, 150, 90, 190), (x, y, z) -> {
      var wall = body().at(x, y, z) + 24 + 5 * Ramp.smooth(40, 90, Math.abs(x));
      var back = y - 74 + 0.2 * Math.abs(Math.abs(x) - 70);
      return Math.max(wall, back);
    });
  }

  /** Paints everything; kidneys show their cortex only while it alone is full. */
  public void paint(Canvas canvas, Contrast contrast) {
    wall(canvas, contrast);
    bowel.paint(canvas, contrast);
    solidOrgans(canvas, contrast);
    vessels(canvas, contrast);
    kidneys(canvas, contrast);
    skeleton(canvas, contrast);
  }

  private void wall(Canvas canvas, Contrast contrast) {
    var body = body();
    var fat = contrast.of(FAT);
    Shade soft = (x, y, z, depth) -> fat + Math.abs(fat) * 0.07 * noise.at(x / 7, y / 7, z / 7);
    canvas.paint(body, contrast.of(SKIN));
    canvas.paint(body.grow(-2), soft);
    var muscle = strands(contrast);
    var cavity = cavity();
    canvas.paint(cavity.grow(9), muscle);
    canvas.paint(Solid.box(0, -104, 0, 2, 14, 260, 1), contrast.of(FAT));
    canvas.paint(cavity, soft);
    var back = body.grow(-9);
    canvas.paint(
        Solid.ellipsoid(34, 86, -40, 30, 22, 280)
            .onBothSides()
            .rough(noise, 12, 1.4)
            .within(back),
        muscle);
    canvas.paint(
        Solid.ellipsoid(78, 66, -70, 24, 13, 90)
            .turned(78, 66, -24)
            .onBothSides()
            .within(back),
        muscle);
    var psoas = Solid.tube(26, 44, 40, 5, 36, 42, -30, 15, 44, 36, -110, 22).onBothSides();
    canvas.paint(psoas.rough(noise, 12, 1), muscle);
  }

  private Shade strands(Contrast contrast) {
    var muscle = contrast.of(MUSCLE);
    var fat = contrast.of(FAT);
    return (x, y, z, depth) ->
        Ramp.mix(muscle, fat, 0.45 * Ramp.smooth(1.2, 2.1, noise.at(x / 7, y / 5, z / 30)));
  }

  private void solidOrgans(Canvas canvas, Contrast contrast) {
    canvas.paint(liver(), texture(contrast.of(LIVER), 0.02));
    canvas.paint(gallbladder().grow(1.4), contrast.of(BOWEL));
    canvas.paint(gallbladder(), contrast.of(WATER));
    canvas.paint(spleen(), texture(contrast.of(SPLEEN), 0.02));
    var pancreas = Solid.tube(
            -30, -6, -6, 15, -14, -16, 2, 11, 12, -20, 10, 9, 44, -2, 22, 10, 74, 14, 30, 9)
        .rough(noise, 8, 2.4);
    canvas.paint(pancreas, texture(contrast.of(PANCREAS), 0.05));
    var adrenal = Solid.tube(28, 34, 30, 1.6, 34, 40, 34, 1.9, 42, 50, 30, 1.6)
        .join(Solid.tube(34, 40, 34, 1.9, 33, 52, 30, 1.4), 2)
        .onBothSides();
    canvas.paint(adrenal, contrast.of(PANCREAS));
  }

  private Shade texture(double value, double share) {
    return (x, y, z, depth) -> value * (1 + share * noise.rough(x / 6, y / 6, z / 6));
  }

  private void vessels(Canvas canvas, Contrast contrast) {
    var vein = contrast.of(VEIN);
    var blood = contrast.of(BLOOD);
    for (var branch : hepatic) canvas.tint(branch.solid(), 0.85, vein);
    for (var branch : portal) canvas.tint(branch.solid(), 0.85, vein);
    canvas.paint(
        Solid.tube(-24, 18, 190, 12, -24, 20, 60, 12, -20, 26, 0, 10, -16, 28, -100, 11), vein);
    canvas.paint(
        Solid.tube(-34, -2, 22, 7, -10, -4, 10, 7.5, 4, -8, 6, 6, 40, 10, 22, 4.5, 80, 22, 32, 4),
        vein);
    canvas.paint(Solid.tube(-2, -10, 8, 6, -6, -22, -40, 5, -10, -30, -90, 4), vein);
    canvas.paint(aortaSolid().grow(1.3), contrast.of(MUSCLE));
    canvas.paint(aortaSolid(), blood);
    canvas.paint(
        Solid.tube(10, 22, 14, 4.5, 8, 2, 8, 3.8, 6, -18, -40, 3.2, 2, -30, -90, 2.6), blood);
    canvas.paint(
        Solid.tube(10, 20, 34, 4, 8, 4, 38, 3.5, -16, -4, 34, 2.8, -34, -8, 30, 2.4), blood);
    canvas.paint(
        Solid.tube(20, 22, 2, 3, 48, 36, -4, 3).join(Solid.tube(2, 26, 0, 3, -46, 36, -14, 3), 1),
        blood);
    canvas.paint(Solid.tube(-14, 20, -2, 5, 20, 10, 0, 4, 50, 30, -6, 4.5), vein);
  }

  private void kidneys(Canvas canvas, Contrast contrast) {
    var kidney = contrast.of(KIDNEY);
    var early = contrast.of(BLOOD) > 250;
    for (var side = -1; side <= 1; side += 2) {
      var whole = kidney(side);
      var sinus = sinus(side);
      canvas.paint(whole, (x, y, z, depth) -> {
        if (!early) return kidney;
        var inner = Ramp.smooth(5.5, 8, -whole.at(x, y, z));
        var pyramid = Ramp.smooth(-0.3, 0.5, noise.at(x / 11, y / 11, z / 11));
        return Ramp.mix(kidney, 70, inner * pyramid);
      });
      canvas.paint(sinus, contrast.of(FAT));
      canvas.paint(sinus.grow(-4.5).rough(noise, 6, 1.6), contrast.of(PELVIS));
    }
  }

  private void skeleton(Canvas canvas, Contrast contrast) {
    new Spine(noise, 52, 22, 36, -260, 190).paint(canvas, contrast);
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    var ribs = new Solid(new Bounds(-152, -100, -60, 152, 104, 190), (x, y, z) -> {
      var shell = cavity().at(x, y, z) - 5;
      if (shell > 12 || shell < -10) return Math.max(shell - 5, -shell - 5);
      var t = Ramp.angle(Math.abs(x), y - 10) / Math.PI;
      if (t < 0.1 || t > 0.78) return 8;
      var i = Math.round((120 - z - 150 * t) / 30);
      var dz = (120 - z - 150 * t - 30 * i) * 0.8;
      if (i > 2 && t > 0.3 + 0.15 * (5 - i)) return 8;
      return (Math.sqrt(shell * shell / 15 + dz * dz / 22) - 1) * 3.8;
    });
    canvas.paint(ribs, (x, y, z, depth) -> Ramp.mix(cortex, spongy, Ramp.smooth(0.9, 2, depth)));
    var wing = new Solid(new Bounds(-140, -40, -230, 140, 90, -92), (x, y, z) -> {
      var a = Math.abs(x);
      var bow = 0.006 * (y - 14) * (y - 14);
      var sheet = Math.abs(a - 100 + 0.7 * (y - 14) + bow - 0.18 * (z + 100)) * 0.75 - 4;
      return Math.max(sheet, Math.max(z + 96 + 0.004 * (y - 20) * (y - 20), -40 - y));
    });
    canvas.paint(wing, (x, y, z, depth) -> Ramp.mix(cortex, spongy, Ramp.smooth(0.9, 2, depth)));
  }
}
