package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.CSF;
import static org.radcase.demo.entity.image.Tissue.GREY;
import static org.radcase.demo.entity.image.Tissue.WHITE;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.image.Tissue;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Cerebellum, brain stem, and the cisterns and dura around them. */
record HindBrain(Noise noise) {

  void paint(Canvas canvas, Contrast contrast) {
    canvas.paint(cisterns(), contrast.of(CSF));
    var cerebellum = cerebellum();
    canvas.paint(cerebellum, folia(cerebellum, contrast));
    canvas.paint(stem(), Ramp.mix(contrast.of(WHITE), contrast.of(GREY), 0.3));
    canvas.tint(tent(), 0.7, Ramp.mix(contrast.of(GREY), contrast.of(Tissue.TENDON), 0.7));
    var vessel = contrast.of(Tissue.BLOOD);
    canvas.paint(Solid.rod(0, -6, -46, 1.8, 0, -5, -24, 1.6), vessel);
    canvas.paint(
        Solid.tube(9, -12, -22, 2, 16, -15, -16, 1.7, 30, -16, -11, 1.4).onBothSides(), vessel);
  }

  private Solid cisterns() {
    var suprasellar = Solid.ellipsoid(0, -14, -19, 13, 12, 7).rough(noise, 8, 0.8);
    var ring = Solid.ellipsoid(0, 14, -14, 23, 20, 10);
    var vein = Solid.ellipsoid(0, 32, -4, 8, 8, 7);
    return suprasellar.join(ring, 4).join(vein, 4);
  }

  private Solid cerebellum() {
    var fossa = Solid.ellipsoid(0, 40, -34, 51, 39, 31);
    return fossa.where((x, y, z) -> {
      var a = Math.abs(x);
      var front = Math.max(3 - Brain.behindRidge(a, y), 21 - y - 0.9 * Math.max(0, a - 12));
      var cleft = 0.8 - a - Math.max(0, 70 - y) * 0.25;
      return Math.max(Math.max(0.9 * (z - roof(x, y)), front), cleft);
    });
  }

  private static double roof(double x, double y) {
    return Brain.tentorium(x, y) - 1.0;
  }

  private Shade folia(Solid cerebellum, Contrast contrast) {
    var grey = contrast.of(GREY);
    var white = contrast.of(WHITE);
    var csf = contrast.of(CSF);
    return (x, y, z, ignored) -> {
      var depth = -cerebellum.at(x, y, z);
      // Leaves are shells around the peduncles: bands of constant distance, bent a little.
      var dx = Math.abs(x) - 10;
      var dy = y - 34;
      var dz = z + 36;
      var r =
          Math.sqrt(0.6 * dx * dx + dy * dy + 1.3 * dz * dz) + 2 * noise.at(x / 9, y / 9, z / 9);
      var band = Math.abs(r / 3.6 - Math.floor(r / 3.6) - 0.5) * 2;
      var core = Ramp.smooth(10, 19, depth + 2 * noise.at(x / 6, y / 6, z / 6));
      var leaf = Ramp.mix(grey, csf, 0.32 * Ramp.smooth(0.7, 1, band));
      return Ramp.mix(leaf, white, Math.max(core, 0.25 * (1 - band)));
    };
  }

  private Solid stem() {
    return Solid.ellipsoid(0, 12, -13, 17, 13, 10)
        .join(Solid.ellipsoid(0, 8, -33, 16, 14, 13), 5)
        .join(Solid.tube(0, 13, -44, 10, 0, 18, -60, 8, 0, 21, -100, 7), 4)
        .join(Solid.tube(14, 16, -34, 7, 22, 30, -36, 8).onBothSides(), 6)
        .cut(Solid.ellipsoid(0, 35, -34, 8, 6, 10));
  }

  private Solid tent() {
    return new Solid(new Bounds(-60, 14, -44, 60, 86, 2), (x, y, z) -> {
      var sheet = Math.abs(z - Brain.tentorium(x, y) + 0.6) - 0.9;
      var notch = 22 - Math.sqrt(x * x + (y - 12) * (y - 12));
      var ridge = 2 - Brain.behindRidge(Math.abs(x), y);
      return Math.max(Math.max(sheet, notch), Math.max(ridge, Brain.egg(x, y, z)));
    });
  }
}
