package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A compressed breast from the side of the detector: the chest wall at x = 0, the nipple towards
 * positive x, y down; mirror the picture for the other side.
 *
 * @param oblique whether the pectoral muscle is seen, as in a mediolateral oblique view
 * @param seed moves the pattern of glands
 */
public record Breast(Noise noise, boolean oblique, double seed) {

  /** The outline in the picture. */
  public Solid outline() {
    var shape = oblique
        ? Outline.through(
            -30, -130, 22, -118, 44, -84, 62, -40, 84, 0, 96, 30, 92, 52, 74, 78, 44, 98, 14, 112,
            -30, 116)
        : Outline.through(
            -30, -92, 20, -86, 56, -64, 84, -30, 96, 0, 84, 30, 56, 64, 20, 86, -30, 92);
    return shape.flat();
  }

  /** Paints fat, glands, ligaments, vessels, skin and, in the oblique view, the muscle. */
  public void paint(Canvas canvas) {
    var outline = outline();
    var nippleY = oblique ? 34 : 0;
    canvas.add(outline, (x, y, z, depth) -> {
      var roll = Ramp.smooth(0, 15, depth);
      var skin = depth < 1.6 ? 4 : 0;
      var toNipple = Math.sqrt((x - 98) * (x - 98) + (y - nippleY) * (y - nippleY));
      var around = Ramp.angle(y - nippleY, 98 - x);
      return skin
          + roll
              * (6.5
                  + glands(x, y, depth, toNipple)
                  + strands(toNipple, around) * Ramp.smooth(2, 12, depth));
    });
    canvas.add(
        Solid.ellipsoid(oblique ? 95 : 97, nippleY, 0, 5, 6, 5),
        (x, y, z, depth) -> 5 * Ramp.unit(depth / 2));
    vessels(canvas);
    if (oblique) {
      canvas.add(
          Outline.through(-40, -140, 34, -140, 27, -90, 15, -36, 1, 12, -40, 60)
              .flat()
              .rough(noise, 30, 1.4)
              .within(outline),
          (x, y, z, depth) -> 13 * Ramp.unit(depth / 5) * (1 + 0.05 * noise.at(x / 3, y / 22, 4)));
    }
  }

  private double glands(double x, double y, double depth, double toNipple) {
    var cone = Ramp.smooth(104, 58, toNipple) * Ramp.smooth(3, 15, depth);
    var lobes = noise.rough(x / 24 + seed, y / 24, 2 + seed);
    var tissue = Ramp.smooth(-0.5, 1.1, lobes) * 12;
    var islands = 2.6 * noise.rough(x / 6 + seed, y / 6, 9);
    return cone * (tissue + Math.max(0, islands)) + 1.2 * noise.rough(x / 9, y / 9, seed);
  }

  /** Ligaments that run towards the nipple: zeros of a noise drawn along the way to it. */
  private double strands(double toNipple, double around) {
    var wave = noise.at(around * 9 + seed, toNipple / 36, 5);
    var fine = noise.at(around * 19 + seed, toNipple / 22, 11);
    return 3.4 * Ramp.hill(wave, 0.13) + 2.2 * Ramp.hill(fine, 0.11);
  }

  private void vessels(Canvas canvas) {
    var artery = Solid.tube(4, -60, 0, 1.1, 30, -46, 0, 1, 52, -40, 0, 0.9, 72, -22, 0, 0.7)
        .join(Solid.tube(8, 52, 0, 1, 34, 44, 0, 0.9, 58, 46, 0, 0.7), 0);
    canvas.add(artery.rough(noise, 14, 0.6), (x, y, z, depth) -> 3);
  }
}
