package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * Draws bones and soft parts as a radiograph sees them: flat outlines (x to the right, y down) that
 * are thought to be round across the beam, so that the way through cortex and spongy bone follows
 * from how deep a point lies inside its outline.
 */
public record BoneFilm(Canvas canvas, Noise noise) {

  /** A bone that is {@code half} mm thick from its axis to its front, with this cortex in mm. */
  public void bone(Solid outline, double half, double cortex) {
    bone(outline, half, cortex, 1);
  }

  /** A bone with more (above 1) or less spongy bone than usual. */
  public void bone(Solid outline, double half, double cortex, double spongy) {
    canvas.add(outline, (x, y, z, depth) -> {
      var outer = chord(half, depth);
      var inner = depth > cortex ? chord(half - cortex, depth - cortex) : 0;
      var web = 1 + 0.17 * noise.at(x / 1.3, y / 2.4, 3) + 0.1 * noise.at(x / 3, y / 3, 8);
      return 1.15 * (outer - inner) + 0.34 * spongy * inner * web;
    });
  }

  /** Soft parts of this half thickness. */
  public void soft(Solid outline, double half) {
    canvas.add(
        outline,
        (x, y, z, depth) -> 0.17 * chord(half, depth) * (1 + 0.02 * noise.at(x / 14, y / 14, 1)));
  }

  /** Takes away (gas, a defect): {@code amount} in the middle, fading to the outline. */
  public void lucent(Solid outline, double half, double amount) {
    canvas.add(outline, (x, y, z, depth) -> -amount * chord(half, depth) / (2 * half));
  }

  /** A dense haze that fades to its outline: calcification, new bone, callus. */
  public void dense(Solid outline, double fade, double amount) {
    canvas.add(
        outline,
        (x, y, z, depth) ->
            amount * Ramp.unit(depth / fade) * (0.75 + 0.4 * noise.rough(x / 4, y / 4, 5)));
  }

  /** The way through a rod of radius {@code half}, {@code depth} below its outline. */
  private static double chord(double half, double depth) {
    var fromAxis = Math.max(0, half - depth);
    return 2 * Math.sqrt(Math.max(0, half * half - fromAxis * fromAxis));
  }

  /** A long bone from its base to its head: radii at base, waist and head. */
  public static Solid longBone(
      double bx, double by, double rb, double waist, double hx, double hy, double rh) {
    var dx = hx - bx;
    var dy = hy - by;
    return Solid.tube(
        bx + 0.06 * dx,
        by + 0.06 * dy,
        0,
        rb,
        bx + 0.2 * dx,
        by + 0.2 * dy,
        0,
        0.5 * (rb + waist),
        bx + 0.5 * dx,
        by + 0.5 * dy,
        0,
        waist,
        bx + 0.8 * dx,
        by + 0.8 * dy,
        0,
        0.9 * waist,
        bx + 0.94 * dx,
        by + 0.94 * dy,
        0,
        rh);
  }
}
