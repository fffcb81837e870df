package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.CORD;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.CSF;
import static org.radcase.demo.entity.image.Tissue.DISC;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.SPONGY;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A straight column of like vertebrae, as axial images and radiographs need it.
 *
 * @param y where the centres of the bodies lie
 * @param width half width of a body; its half depth is 0.8 of that
 * @param pitch from one disc to the next
 */
record Spine(Noise noise, double y, double width, double pitch, double from, double to) {

  void paint(Canvas canvas, Contrast contrast) {
    var bone = bone(contrast);
    canvas.paint(arches(), bone);
    canvas.paint(canal(0), contrast.of(FAT));
    canvas.paint(canal(-1.6), contrast.of(CSF));
    canvas.paint(canal(-4.2), contrast.of(CORD));
    canvas.paint(discs(), contrast.of(DISC));
    canvas.paint(bodies(), bone);
  }

  private Shade bone(Contrast contrast) {
    var cortex = Ramp.mix(contrast.of(CORTEX), contrast.of(SPONGY), 0.35);
    var spongy = contrast.of(SPONGY);
    return (px, py, pz, depth) -> {
      var trabecular = spongy * (0.78 + 0.1 * noise.at(px / 2.5, py / 2.5, pz / 2.5));
      return Ramp.mix(cortex, trabecular, Ramp.smooth(0.8, 2.2, depth));
    };
  }

  /** Height above the middle of the nearest vertebra, within half a pitch. */
  private double level(double z) {
    return z - pitch * Math.round(z / pitch);
  }

  private Solid bodies() {
    return column(width + 2, (px, py, pz) -> {
      var h = Math.abs(level(pz));
      var waist = 1 - 0.09 * (1 - 4 * h * h / (pitch * pitch));
      var ex = px / (width * waist);
      var back = py > y ? 1.12 : 1;
      var ey = (py - y) * back / (0.8 * width * waist);
      var side = (Math.sqrt(ex * ex + ey * ey) - 1) * 0.85 * width;
      return Math.max(side, h - 0.5 * pitch + 2.4);
    });
  }

  private Solid discs() {
    return column(width + 2, (px, py, pz) -> {
      var ex = px / width;
      var ey = (py - y) / (0.8 * width);
      return (Math.sqrt(ex * ex + ey * ey) - 1) * 0.85 * width;
    });
  }

  private Solid canal(double grow) {
    var center = y + 0.8 * width + 7;
    return column(12, (px, py, pz) -> {
      var ey = (py - center) * 1.15;
      return Math.sqrt(px * px + ey * ey) - 10 - grow;
    });
  }

  private Solid arches() {
    var back = y + 0.8 * width;
    return column(44, (px, py, pz) -> {
      var a = Math.abs(px);
      var h = level(pz);
      var ring = Math.max(
          Math.abs(Math.sqrt(px * px + (py - back - 7) * (py - back - 7)) - 12) - 2.6,
          Math.abs(h - 1) - 0.36 * pitch);
      var wing = Math.max(
          Math.abs(py - back - 10 - 0.35 * (a - 10)) - 2.8,
          Math.max(a - 1.75 * width, Math.abs(h - 3) - 4.5));
      wing = Math.max(wing, 9 - a);
      var drop = py - back - 18;
      var spine = Math.max(
          Math.max(a - 2.6, Math.abs(h + 2 + 0.3 * drop) - 6.5), Math.max(drop - 17, -drop));
      return Math.min(ring, Math.min(wing, spine));
    });
  }

  private Solid column(double reach, org.radcase.demo.entity.shape.Field field) {
    var box = new Bounds(-reach, y - width, from, reach, y + width + 44, to);
    return new Solid(
        box, (px, py, pz) -> Math.max(field.at(px, py, pz), Math.max(from - pz, pz - to)));
  }
}
