package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A whole body, arms at its sides, as a gamma camera sees the tracer in its bones. Flat: x across,
 * y from the vertex (-900) to the feet (900), mm. From behind, spine and kidneys are nearer.
 *
 * @param posterior whether the camera is behind the patient
 */
public record BoneScan(Noise noise, boolean posterior) {

  /** Paints the expected counts of each pixel. */
  public void paint(Canvas canvas) {
    soft(canvas);
    head(canvas);
    trunk(canvas);
    limbs(canvas);
  }

  private void soft(Canvas canvas) {
    var trunk = Outline.through(
            -60, -650, -170, -600, -190, -520, -165, -350, -150, -180, -175, -30, -180, 60, -110,
            330, -80, 520, -88, 620, -62, 860, -30, 880, -22, 500, -6, 100, 6, 100, 22, 500, 30,
            880, 62, 860, 88, 620, 80, 520, 110, 330, 180, 60, 175, -30, 150, -180, 165, -350, 190,
            -520, 170, -600, 60, -650)
        .flat();
    canvas.add(trunk, (x, y, z, depth) -> 1.6 * Ramp.unit(depth / 40));
    canvas.add(
        Solid.ellipsoid(0, -770, 0, 82, 112, 9), (x, y, z, depth) -> 1.6 * Ramp.unit(depth / 40));
    canvas.add(arm().grow(30).onBothSides(), (x, y, z, depth) -> 1.1 * Ramp.unit(depth / 22));
    if (posterior) {
      for (var side = -1; side <= 1; side += 2) {
        canvas.add(
            Solid.ellipsoid(side * 62, -215, 0, 25, 50, 9).turned(side * 62, -215, side * 9),
            (x, y, z, depth) -> 9 * Ramp.unit(depth / 14));
      }
    }
    canvas.add(
        Solid.ellipsoid(0, 20, 0, 36, 26, 9),
        (x, y, z, depth) -> (posterior ? 12 : 30) * Ramp.unit(depth / 18));
  }

  private void head(Canvas canvas) {
    canvas.add(
        Solid.ellipsoid(0, -800, 0, 72, 84, 9),
        (x, y, z, depth) -> 3.5 + 5 * Ramp.hill(depth - 4, 12));
    canvas.add(Solid.ellipsoid(0, -720, 0, 40, 36, 9), (x, y, z, depth) -> posterior ? 2 : 6);
    canvas.add(Solid.rod(0, -690, 0, 15, 0, -610, 0, 15), (x, y, z, depth) -> 7);
  }

  private void trunk(Canvas canvas) {
    var near = posterior ? 1.0 : 0.55;
    for (var i = 0; i < 17; i++) {
      var y = -600 + 29 * i;
      var r = 15 + 0.7 * i;
      canvas.add(Solid.box(0, y, 0, r, 11.5, 9, 5), (x, yy, z, depth) -> 17 * near);
    }
    canvas.add(
        Outline.through(-50, -112, 50, -112, 40, -50, 0, -10, -40, -50).flat(),
        (x, y, z, depth) -> 12 * near);
    for (var i = 0; i < 10; i++) rib(canvas, i);
    if (!posterior) {
      canvas.add(Solid.rod(0, -600, 0, 17, 0, -450, 0, 12), (x, y, z, depth) -> 11);
    }
    var clavicle = Solid.tube(20, -606, 0, 8, 90, -622, 0, 7, 160, -620, 0, 9).onBothSides();
    canvas.add(clavicle, (x, y, z, depth) -> posterior ? 4 : 8);
    var blade = Outline.through(78, -596, 150, -604, 158, -576, 122, -500, 104, -440, 84, -470)
        .flat()
        .onBothSides();
    canvas.add(blade, (x, y, z, depth) -> (posterior ? 7 : 3.5) + 4 * Ramp.hill(depth - 3, 8));
    var wing = Outline.through(
            46, -104, 70, -140, 118, -162, 142, -126, 132, -72, 104, -20, 118, 20, 92, 40, 70, 96,
            44, 100, 10, 70, 10, 50, 50, 36, 70, 10, 62, -50)
        .flat()
        .onBothSides();
    canvas.add(wing, (x, y, z, depth) -> 6 + 6 * Ramp.hill(depth - 5, 12));
    canvas.add(Solid.ellipsoid(52, -76, 0, 7, 30, 9).onBothSides(), (x, y, z, depth) -> 14 * near);
  }

  private void rib(Canvas canvas, int i) {
    var y = -590 + 29 * i;
    var wide = 96 + 9 * i - 0.5 * i * i;
    var rib = posterior
        ? Solid.tube(18, y, 0, 5, 0.6 * wide, y + 2, 0, 5, wide, y + 38, 0, 6)
        : Solid.tube(22, y + 44 + 6 * i, 0, 4, 0.6 * wide, y + 72, 0, 5, wide, y + 38, 0, 6);
    canvas.add(
        rib.onBothSides(),
        (x, yy, z, depth) -> 4.5 + 3 * Ramp.smooth(0.7 * wide, wide, Math.abs(x)));
  }

  private Solid arm() {
    return Solid.tube(
        182, -596, 0, 22, 196, -440, 0, 10, 206, -300, 0, 13, 212, -180, 0, 10, 220, -50, 0, 12,
        222, 60, 0, 16);
  }

  private void limbs(Canvas canvas) {
    canvas.add(
        arm().onBothSides(),
        (x, y, z, depth) -> 3.6
            + 5 * Ramp.hill(y + 596, 44)
            + 3 * Ramp.hill(y + 300, 36)
            + 3 * Ramp.hill(y + 40, 40));
    var leg = Solid.tube(
            92, 24, 0, 24, 112, 60, 0, 18, 100, 190, 0, 13, 74, 400, 0, 17, 70, 450, 0, 28, 68, 500,
            0, 24, 66, 620, 0, 13, 60, 820, 0, 14)
        .onBothSides();
    canvas.add(
        leg,
        (x, y, z, depth) -> 4
            + 5 * Ramp.hill(y - 20, 60)
            + 6 * Ramp.hill(y - 455, 60)
            + 4 * Ramp.hill(y - 820, 50));
    canvas.add(Solid.tube(60, 826, 0, 18, 78, 880, 0, 14).onBothSides(), (x, y, z, depth) -> 5.5);
  }
}
