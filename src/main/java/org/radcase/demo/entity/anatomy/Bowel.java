package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.AIR;
import static org.radcase.demo.entity.image.Tissue.BOWEL;
import static org.radcase.demo.entity.image.Tissue.STOOL;
import static org.radcase.demo.entity.image.Tissue.WATER;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Stomach, small bowel and colon with what is in them; gas lies in front, as in a supine body. */
final class Bowel {
  private final Noise noise;
  private final List<Solid> loops = new ArrayList<>();

  Bowel(Noise noise, long seed) {
    this.noise = noise;
    var random = new SplittableRandom(seed);
    for (var i = 0; i < 46; i++) {
      var x = -62 + 128 * random.nextDouble();
      var y = -74 + 76 * random.nextDouble();
      var z = -150 + 134 * random.nextDouble();
      var turn = 6.28 * random.nextDouble();
      var dx = 20 * StrictMath.cos(turn);
      var dy = 13 * StrictMath.sin(turn);
      var r = 8.5 + 3.5 * random.nextDouble();
      loops.add(Solid.tube(x - dx, y - dy, z, r, x, y + 5, z + 8, r + 1, x + dx, y + dy, z - 3, r));
    }
  }

  void paint(Canvas canvas, Contrast contrast) {
    var wall = contrast.of(BOWEL);
    var inside = Ramp.mix(contrast.of(WATER), wall, 0.35);
    for (var loop : loops) {
      canvas.paint(
          loop.grow(0.6),
          Ramp.mix(contrast.of(org.radcase.demo.entity.image.Tissue.FAT), wall, 0.35));
      canvas.paint(loop, wall);
      canvas.paint(loop.grow(-2.8).rough(noise, 4, 0.9), inside);
    }
    stomach(canvas, contrast);
    colon(canvas, contrast);
  }

  private void stomach(Canvas canvas, Contrast contrast) {
    var stomach = Solid.tube(
            62, 8, 72, 32, 64, -24, 40, 30, 50, -54, 12, 24, 16, -62, -8, 17, -22, -48, -4, 13)
        .rough(noise, 18, 2.5);
    canvas.paint(stomach, contrast.of(BOWEL));
    canvas.paint(
        stomach.grow(-4).rough(noise, 7, 1.2),
        (x, y, z, depth) -> y < -58
            ? contrast.of(AIR)
            : contrast.of(WATER) + 30 * Ramp.smooth(0.4, 1.3, noise.at(x / 5, y / 5, z / 5)));
    var duodenum = Solid.tube(
        -26, -46, -4, 12, -46, -14, -14, 12, -46, -2, -50, 12, -10, 6, -62, 10, 30, -4, -50, 9);
    canvas.paint(duodenum, contrast.of(BOWEL));
    canvas.paint(duodenum.grow(-3).rough(noise, 5, 1), contrast.of(WATER) + 12);
  }

  private void colon(Canvas canvas, Contrast contrast) {
    var ascending =
        Solid.tube(-98, -6, -200, 22, -102, -2, -110, 22, -98, -22, -44, 22, -84, -62, -34, 19);
    var transverse =
        Solid.tube(-84, -62, -34, 18, -30, -88, -48, 16, 30, -86, -42, 16, 84, -56, 8, 17);
    var descending =
        Solid.tube(84, -56, 8, 17, 112, -6, 16, 16, 116, 16, -60, 14, 112, 8, -200, 14);
    var haustra = ascending.join(transverse, 4).join(descending, 4).rough(noise, 13, 2.4);
    canvas.paint(haustra, contrast.of(BOWEL));
    canvas.paint(haustra.grow(-2.6), (x, y, z, depth) -> {
      var crumbs = noise.rough(x / 7, y / 7, z / 7);
      var gas = Ramp.smooth(0.2, 0.7, crumbs - (y + 34) / 34);
      var stool = contrast.of(STOOL) + 30 * noise.at(x / 3, y / 3, z / 3);
      return Ramp.mix(stool, contrast.of(AIR), gas * (x > 60 && y > -30 ? 0.3 : 1));
    });
  }
}
