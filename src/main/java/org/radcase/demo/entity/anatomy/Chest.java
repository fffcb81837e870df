package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.AIR;
import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.CARTILAGE;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.LIVER;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.SKIN;
import static org.radcase.demo.entity.image.Tissue.SPLEEN;
import static org.radcase.demo.entity.image.Tissue.SPONGY;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** A chest with raised arms; the origin lies at the carina, in the middle of the body. */
public record Chest(Noise noise, Heart heart, Lungs lungs) {

  /** A chest grown from a seed. */
  public static Chest of(Noise noise, double heartSize, long seed) {
    var heart = new Heart(noise, heartSize);
    return new Chest(noise, heart, new Lungs(noise, heart, seed));
  }

  /** Paints everything. */
  public void paint(Canvas canvas, Contrast contrast) {
    softParts(canvas, contrast);
    belowDiaphragm(canvas, contrast);
    lungs.paint(canvas, contrast);
    mediastinum(canvas, contrast);
    skeleton(canvas, contrast);
  }

  /** The body's surface. */
  public Solid body() {
    return new Solid(new Bounds(-192, -120, -260, 192, 128, 180), (x, y, z) -> {
      var shoulder = Ramp.smooth(30, 120, z);
      var ex = x / (167 + 16 * shoulder);
      var ey = (y - 5) / (y > 5 ? 112 - 4 * shoulder : 112 - 26 * shoulder);
      var round = Math.sqrt(ex * ex + ey * ey);
      var square = Math.sqrt(Math.sqrt(ex * ex * ex * ex + ey * ey * ey * ey));
      var groove = 5 * Ramp.hill(x, 16) * (y > 0 ? 1 : 0.7);
      return ((0.72 * round + 0.28 * square) - 1) * 118 + groove;
    });
  }

  private void softParts(Canvas canvas, Contrast contrast) {
    var body = body();
    canvas.paint(body, contrast.of(SKIN));
    var fat = contrast.of(FAT);
    canvas.paint(
        body.grow(-2).cut(Cage.within(3)),
        (x, y, z, depth) -> fat + Math.abs(fat) * 0.06 * noise.at(x / 6, y / 6, z / 6));
    var muscle = strands(contrast);
    var deep = body.grow(-9);
    canvas.paint(Cage.within(10.5).cut(Cage.within(-1)), muscle);
    canvas.paint(
        Solid.ellipsoid(64, -88, 40, 58, 14, 72)
            .turned(64, -88, 22)
            .onBothSides()
            .rough(noise, 14, 1.4)
            .within(deep),
        muscle);
    canvas.paint(
        Solid.ellipsoid(134, 34, 10, 19, 44, 110)
            .turned(134, 34, 14)
            .onBothSides()
            .rough(noise, 14, 1.4)
            .within(deep),
        muscle);
    canvas.paint(
        Solid.ellipsoid(98, 74, 80, 52, 20, 72)
            .turned(98, 74, -32)
            .onBothSides()
            .rough(noise, 14, 1.6)
            .within(deep),
        muscle);
    canvas.paint(
        Solid.ellipsoid(27, 90, -40, 24, 15, 260)
            .onBothSides()
            .rough(noise, 12, 1.2)
            .within(body.grow(-7)),
        muscle);
    canvas.paint(Solid.ellipsoid(40, 103, 70, 50, 8, 90).onBothSides().within(deep), muscle);
    canvas.paint(Cage.within(0), fat * 0.95);
  }

  private Shade strands(Contrast contrast) {
    var muscle = contrast.of(MUSCLE);
    var fat = contrast.of(FAT);
    return (x, y, z, depth) ->
        Ramp.mix(muscle, fat, 0.5 * Ramp.smooth(1.0, 2.0, noise.at(x / 9, y / 5, z / 22)));
  }

  private void belowDiaphragm(Canvas canvas, Contrast contrast) {
    if (canvas.plane().orientation() == org.radcase.demo.entity.image.Plane.Orientation.AXIAL
        && canvas.plane().z() > -90) {
      return;
    }
    var under = new Solid(
        new Bounds(-140, -92, -260, 140, 92, -90),
        (x, y, z) -> Math.max(Cage.inner(x, y, z) + 3, 0.8 * (z - Lungs.diaphragm(x, y) + 2)));
    var liver = under.where(
        (x, y, z) -> Math.max(x - 40 - 0.5 * (-40 - y), Math.max(-236 - z, 0.6 * x + y - 46)));
    canvas.paint(
        liver, (x, y, z, depth) -> contrast.of(LIVER) * (1 + 0.02 * noise.at(x / 4, y / 4, z / 4)));
    var stomach = Solid.ellipsoid(62, -14, -146, 44, 44, 42).rough(noise, 30, 4).within(under);
    canvas.paint(stomach, contrast.of(MUSCLE));
    canvas.paint(
        stomach.grow(-4),
        (x, y, z, depth) ->
            y < -22 ? contrast.of(AIR) : contrast.of(org.radcase.demo.entity.image.Tissue.STOOL));
    canvas.paint(Solid.ellipsoid(96, 40, -150, 26, 42, 50).within(under), contrast.of(SPLEEN));
    canvas.paint(
        Solid.tube(-24, 8, -200, 13, -22, 6, -96, 12),
        contrast.of(org.radcase.demo.entity.image.Tissue.VEIN));
  }

  private void mediastinum(Canvas canvas, Contrast contrast) {
    heart.paint(canvas, contrast);
    canvas.paint(
        Solid.tube(6, 34, 130, 7, 5, 36, 20, 7, 8, 28, -70, 8, 14, 18, -130, 9),
        contrast.of(MUSCLE));
    canvas.paint(Solid.ellipsoid(6, 34, 30, 2.5, 1.6, 20), contrast.of(AIR));
    canvas.paint(Solid.tube(-8, 40, 20, 4, -9, 42, -140, 4), contrast.of(BLOOD) * 0.9);
  }

  private void skeleton(Canvas canvas, Contrast contrast) {
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    Shade bone = (x, y, z, depth) -> Ramp.mix(cortex, spongy * 0.9, Ramp.smooth(0.9, 2.2, depth));
    canvas.paint(Cage.cartilages(), contrast.of(CARTILAGE));
    canvas.paint(Cage.ribs(), bone);
    new Spine(noise, 56, 17.5, 23, -260, 180).paint(canvas, contrast);
    canvas.paint(
        Solid.box(0, -89, -4, 17, 5.5, 78, 5)
            .cut((x, y, z) -> 8 - Math.abs(x) - 12 * Ramp.smooth(-70, 60, z) * 2)
            .join(Solid.box(0, -84, 62, 26, 6, 22, 6), 6),
        bone);
    var clavicle = Solid.tube(20, -78, 84, 8, 60, -74, 100, 6, 110, -40, 116, 6.5, 150, -10, 120, 7)
        .onBothSides();
    canvas.paint(clavicle, bone);
    var blade = new Solid(new Bounds(50, 30, 0, 160, 120, 140), (x, y, z) -> {
          var sheet = Math.abs(y - 84 + 0.62 * (x - 88) + 0.004 * (x - 88) * (x - 88)) * 0.8 - 2.2;
          var edge = Math.max(64 + 0.25 * (110 - z) - x, x - 138 + 0.5 * (120 - z));
          return Math.max(sheet, Math.max(edge, Math.max(8 - z, z - 126)));
        })
        .onBothSides();
    canvas.paint(blade, bone);
    canvas.paint(Solid.tube(70, 98, 92, 5, 110, 78, 108, 6, 148, 38, 122, 8).onBothSides(), bone);
  }
}
