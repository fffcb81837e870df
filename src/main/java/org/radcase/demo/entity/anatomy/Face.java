package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.AIR;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.SPONGY;
import static org.radcase.demo.entity.image.Tissue.WATER;
import static org.radcase.demo.entity.image.Tissue.WHITE;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Orbits, air spaces and jaws, and the bone of the skull's base. */
record Face(Noise noise) {

  void paint(Canvas canvas, Contrast contrast) {
    jaws(canvas, contrast);
    airSpaces(canvas, contrast);
    orbits(canvas, contrast);
  }

  /** Petrous bones and sella, which stand up into the cavity. */
  void base(Canvas canvas, Contrast contrast) {
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    var petrous = Solid.tube(20, -4, -42, 6, 40, 12, -40, 9, 60, 26, -42, 13, 64, 30, -56, 11)
        .rough(noise, 10, 1.5)
        .onBothSides();
    canvas.paint(petrous, (x, y, z, depth) -> {
      var cells = Ramp.smooth(0.15, 0.5, noise.at(x / 3.4, y / 3.4, z / 3.4));
      var mastoid = Ramp.smooth(46, 54, Math.abs(x)) * Ramp.smooth(1.5, 3, depth);
      var dense = depth < 3 ? cortex : Ramp.mix(cortex, spongy, 0.3);
      return Ramp.mix(dense, contrast.of(AIR), cells * mastoid);
    });
    canvas.paint(Solid.ellipsoid(36, 10, -40, 3, 4, 3).onBothSides(), contrast.of(AIR));
    canvas.paint(Solid.rod(40, 10, -46, 3.4, 84, 10, -46, 3.8).onBothSides(), contrast.of(AIR));
    canvas.paint(
        Solid.tube(14, -14, -42, 5, 8, 0, -38, 5, 3, 4, -46, 5, 0, 8, -60, 5).onBothSides(),
        (x, y, z, depth) -> Ramp.mix(cortex, spongy, Ramp.smooth(1, 2.5, depth)));
    canvas.paint(Solid.rod(10, -20, -24, 2.4, 13, -28, -21, 2.2).onBothSides(), cortex);
    canvas.paint(Solid.box(0, -4, -24, 9, 1.6, 4, 1), cortex);
    canvas.paint(
        Solid.ellipsoid(0, -12, -30, 6, 5, 4),
        contrast.of(org.radcase.demo.entity.image.Tissue.GREY));
  }

  private void jaws(Canvas canvas, Contrast contrast) {
    var cortex = contrast.of(CORTEX);
    var middle = Solid.ellipsoid(0, -46, -42, 44, 42, 26)
        .join(Solid.ellipsoid(24, -56, -60, 24, 30, 26).onBothSides(), 6)
        .join(Solid.ellipsoid(0, -66, -74, 27, 26, 18), 6);
    canvas.paint(
        middle,
        (x, y, z, depth) -> Ramp.mix(cortex, contrast.of(FAT), Ramp.smooth(1.3, 2.4, depth)));
    var zygoma = Solid.tube(46, -66, -48, 6, 62, -50, -46, 4, 69, -26, -46, 3, 68, -4, -46, 3.4)
        .onBothSides();
    canvas.paint(
        zygoma,
        (x, y, z, depth) -> Ramp.mix(cortex, contrast.of(SPONGY), Ramp.smooth(1, 2, depth)));
    var ramus = Solid.tube(50, -8, -50, 5.5, 50, -14, -64, 5, 46, -20, -90, 6).onBothSides();
    canvas.paint(
        ramus,
        (x, y, z, depth) -> Ramp.mix(cortex, contrast.of(SPONGY), Ramp.smooth(1.3, 2.4, depth)));
  }

  private void airSpaces(Canvas canvas, Contrast contrast) {
    var air = contrast.of(AIR);
    var cortex = contrast.of(CORTEX);
    var antra = Solid.ellipsoid(27, -56, -62, 15, 19, 18).rough(noise, 14, 1.5).onBothSides();
    canvas.paint(antra.grow(1.5), Ramp.mix(cortex, contrast.of(FAT), 0.25));
    canvas.paint(antra, air);
    var sphenoid = Solid.ellipsoid(8, -24, -40, 9, 13, 9).rough(noise, 9, 1.5).onBothSides();
    canvas.paint(sphenoid.grow(1.6), cortex);
    canvas.paint(sphenoid, air);
    canvas.paint(Solid.box(0, -24, -40, 0.8, 12, 9, 0.5), cortex);
    var ethmoid = Solid.box(0, -58, -34, 12, 24, 13, 4);
    canvas.paint(ethmoid, (x, y, z, depth) -> {
      var septa = Math.min(Math.abs(noise.at(x / 7, y / 8, z / 8)) * 5, Math.abs(x));
      return Ramp.mix(
          Ramp.mix(cortex, air, 0.45), air, Ramp.smooth(0.3, 1.1, Math.min(septa, depth)));
    });
    var nasal = Solid.box(0, -64, -64, 13, 32, 18, 8);
    var turbinate = Solid.ellipsoid(7, -62, -66, 3.4, 22, 8).rough(noise, 9, 1).onBothSides();
    canvas.paint(nasal, air);
    canvas.paint(turbinate, contrast.of(MUSCLE));
    canvas.paint(Solid.box(0.6, -62, -60, 0.9, 30, 22, 0.6), Ramp.mix(cortex, air, 0.3));
    canvas.paint(Solid.ellipsoid(0, -22, -72, 13, 9, 20), air);
  }

  private void orbits(Canvas canvas, Contrast contrast) {
    var cone = Solid.rod(32, -68, -31, 18, 16, -28, -30, 5).where((x, y, z) -> -92 - y);
    canvas.paint(cone.grow(1.8).onBothSides(), contrast.of(CORTEX));
    canvas.paint(cone.onBothSides(), contrast.of(FAT));
    var muscle = contrast.of(MUSCLE);
    canvas.paint(
        Solid.tube(42, -66, -30, 1.6, 35, -50, -30, 2.6, 20, -32, -30, 1.6)
            .join(Solid.tube(20, -70, -30, 1.6, 18, -52, -30, 2.6, 15, -32, -30, 1.6), 0)
            .join(Solid.tube(32, -66, -43, 1.6, 25, -50, -42, 2.6, 17, -32, -33, 1.6), 0)
            .join(Solid.tube(32, -66, -18, 1.6, 25, -50, -19, 2.6, 17, -32, -27, 1.6), 0)
            .onBothSides(),
        muscle);
    canvas.paint(
        Solid.tube(31, -66, -31, 2, 24, -46, -31, 2.1, 15, -28, -29, 2).onBothSides(),
        contrast.of(WHITE));
    canvas.paint(Solid.ball(32, -76, -31, 12.2).onBothSides(), contrast.of(MUSCLE));
    canvas.paint(Solid.ball(32, -76, -31, 11).onBothSides(), contrast.of(WATER));
    canvas.paint(
        Solid.ellipsoid(32, -85, -31, 4.6, 2.2, 4.6).onBothSides(),
        contrast.of(org.radcase.demo.entity.image.Tissue.CARTILAGE));
    canvas.paint(Solid.ellipsoid(43, -78, -24, 3.5, 7, 6).onBothSides(), muscle);
  }
}
